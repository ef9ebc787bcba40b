"""The search: what the made site says → an index beside it, which readers' browsers ask. Pagefind does the
searching.

`documents` reads pages, `facts` adds what the archive knows of them, `printing` writes them for Pagefind,
`indexing` runs it, and `serving` does so beside a running server. The page of the search is made by `page`,
and what happens in a browser is in `renderer/theme/assets/search/`.
"""
