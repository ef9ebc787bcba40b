"""Values made of text: paragraphs, comparable text, what a reader reads, dates, spellings, citations."""
