// A link to a line of the seed leads into a fold. Not every browser opens a fold for its target, so this does.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
  if (target?.closest("details")) target.scrollIntoView()
}
addEventListener("hashchange", unfold)
unfold()
