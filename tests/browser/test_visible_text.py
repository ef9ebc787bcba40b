"""The text that the reader of saved pages gives is the text that a browser shows."""

from playwright.sync_api import Browser

from annotated_archive.file_formats import read_content

PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Unsichtbar</title>
<style>p { color: black }</style><script>var unsichtbar = 1</script></head><body>
<nav><ul><li><a href="/">Start</a></li><li>Lokales</li></ul></nav>
<h1>Mühl&shy;brücke <b>wird</b>
   saniert</h1><div>Von <span>Ulla</span> <span>Kersting</span><br>12. März&nbsp;2019</div>
<p>Erster   Absatz<i>, kursiv</i>.</p>Loser Text<p>Zweiter &amp; letzter</p>
<p hidden>x</p><p style="display:none">x</p><p style="visibility: hidden">x</p><div hidden><p>x</p></div>
<p aria-hidden="true">Sichtbar</p><details><summary>Mehr</summary><p>x</p></details>
<details open><summary>Auf</summary><p>Innen</p></details><dialog>x</dialog>
<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d <em>e</em></td></tr></table>
<pre>Zeile 1
  Zeile 2</pre><blockquote><p>Zitat</p></blockquote>
<figure><img alt="x" src="data:,"><figcaption>Bild
</figcaption>
</figure><noscript>x</noscript><template>x</template><ol><li>eins<ul><li>zwei</li></ul></li></ol>
<p>Ein <span hidden>x</span>Satz <button>Knopf</button> <label>Feld</label></p>
<section>S<article>A</article></section>
<textarea>x</textarea>
<footer>Fuß</footer></body></html>"""


def test_text_as_a_browser_shows_it(browser: Browser):
    page = browser.new_page()
    page.set_content(PAGE)
    shown = page.evaluate("document.body.innerText")
    page.close()
    reading = read_content(PAGE.encode(), ".html")
    assert lines(getattr(reading, "text", "")) == lines(shown)


def lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := raw.rstrip(" "))]
