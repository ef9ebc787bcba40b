"""The constraints of CSL-JSON (CSL 1.0.2) as a JSON Schema: which variables there are and what they hold."""

from jsonschema import Draft202012Validator

_TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
performance periodical personal_communication post post-weblog regulation report review review-book
software song speech standard thesis treaty webpage"""
_TEXTS = """language journalAbbreviation shortTitle abstract annote archive archive_collection
archive_location archive-place authority call-number container-title container-title-short dimensions
division DOI event event-place event-title genre ISBN ISSN jurisdiction keyword medium note original-publisher
original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
reviewed-genre reviewed-title scale section source status title title-short URL version volume-title
year-suffix citation-key citation-label"""
_NUMBERS = """chapter-number citation-number collection-number edition issue locator number number-of-pages
number-of-volumes page page-first part printing supplement volume"""
_NAMES = """author chair collection-editor compiler composer container-author contributor curator director
editor editorial-director executive-producer guest host illustrator interviewer narrator organizer
original-author performer producer recipient reviewed-author script-writer series-creator translator"""
_DATES = "accessed available-date event-date issued original-date submitted"

_NUMBER = {"type": ["string", "number"]}
_FLAG = {"type": ["string", "number", "boolean"]}
_NAME_PARTS = "family given dropping-particle non-dropping-particle suffix literal"
_NAME = {
    "type": "object",
    "properties": {
        **{part: {"type": "string"} for part in _NAME_PARTS.split()},
        **dict.fromkeys(("comma-suffix", "static-ordering", "parse-names"), _FLAG),
    },
    "additionalProperties": False,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _NUMBER},
        },
        "season": _NUMBER,
        "circa": _FLAG,
        "literal": {"type": "string"},
        "raw": {"type": "string"},
    },
    "additionalProperties": False,
}
_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": _TYPES.split()},
            "id": _NUMBER,
            "categories": {"type": "array", "items": {"type": "string"}},
            "custom": {"type": "object"},
            **{name: {"type": "string"} for name in _TEXTS.split()},
            **dict.fromkeys(_NUMBERS.split(), _NUMBER),
            **{name: {"type": "array", "items": _NAME} for name in _NAMES.split()},
            **dict.fromkeys(_DATES.split(), _DATE),
        },
    },
}
# Made once: `jsonschema.validate` would examine the schema itself at each call.
CSL = Draft202012Validator(_SCHEMA)
