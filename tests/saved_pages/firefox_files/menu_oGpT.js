addEventListener("DOMContentLoaded", () => {
  const root = document.getElementById("box").attachShadow({ mode: "open" });
  root.innerHTML = "<p>Die Arbeiten sollen im April beginnen und fünf Monate dauern. In dieser Zeit wird der Verkehr über die Staatsstraße umgeleitet, wie das Bauamt mitteilte.</p>";
});
