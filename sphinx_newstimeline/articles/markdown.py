"""Markdown: front matter, and a body in CommonMark with tables, as plain text.

Paragraphs, headings, list items, quotations and rows of tables become paragraphs with a blank line
between them; the line ends inside a paragraph become spaces, so that a line end in the text always
means one.  Emphasis, links, images and the roles of MyST are reduced to their words.  Code is kept as
text, unless it says what it is of: copy that was pasted with an indent is code to Markdown.  Tags of
HTML go, their text stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from .decoding import decode
from .front_matter import split_front_matter
from .headings import may_state_day
from .html_text import html_pieces, opened_or_closed
from .metadata import field_of, one_line, words_of
from .myst import is_left_out, prose_of, without_colon_fences, without_roles
from .reading import Reading
from .text_builder import CELL, LINE, WORD, TextBuilder, line_starts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: markdown-it leaves out what is nested deeper; such a body is then read as plain text.
_DEEPEST = 100

#: At the beginning of a source line, this much is compared to find it again.
_PREFIX = 12
#: A code span or a tag that runs over more lines than these loses the count of lines.
_FARTHEST = 50


@cache
def _block_parser() -> MarkdownIt:
    """Return the parser of paragraphs, lists and so on."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("inline")


@cache
def _inline_parser() -> MarkdownIt:
    """Return the parser of what stands inside a paragraph.

    It is apart from the other, and each paragraph is parsed and let go in its turn: brackets in
    brackets cost time by the depth that is allowed, and tokens a hundred times the room of text.
    """
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("strikethrough")


def read_markdown(data: bytes, path: str) -> Reading:
    """Read a Markdown article.

    The first heading of level 1 is its headline and no part of the text, unless the front matter
    has another title.

    :param data: the bytes of the file.
    :param path: the file's path, for problems.
    :raises ArticleError: where the file is no UTF-8 text.
    """
    front = split_front_matter(decode(data, path), path)
    titles = (words_of(entry.value, "title") for entry in front.entries if field_of(entry.key) == "title")
    title = next(filter(None, titles), "")
    environment: dict[str, Any] = {}
    tokens = _block_parser().parse(without_colon_fences(front.body), environment)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return Reading(front.body, line_starts(front.body, front.line), front.entries, "", front.problems)
    body = _Body(front.line, title, environment)
    body.read(tokens)
    out = body.out
    return Reading(out.text, out.marks, front.entries, body.heading, front.problems, headings=out.headings)


class _Body:
    """Turns the tokens of a body into text, and finds its headline."""

    def __init__(self, first_line: int, title: str, environment: dict[str, Any]) -> None:
        self.out = TextBuilder()
        self.heading = ""
        self._first_line = first_line
        self._title = title
        self._environment = environment
        self._headline_may_come = True

    def read(self, tokens: Sequence[Token]) -> None:
        """Write the text of a whole body."""
        self._headline_may_come = not _is_chronicle(tokens)
        in_headline, level = False, 0
        for token in tokens:
            line = self._first_line + (token.map[0] if token.map else 0)
            match token.type:
                case "heading_open":
                    in_headline = token.tag == "h1" and self._headline_may_come
                    level = int(token.tag.removeprefix("h"))
                case "inline":
                    start = self.out.place
                    self._write_inline(token.content, line, headline=in_headline)
                    if level:
                        self.out.mark_heading(start, level)
                    in_headline, level = False, 0
                case "th_close" | "td_close":
                    self.out.end(CELL)
                case "paragraph_close" | "heading_close" | "tr_close" | "hr":
                    self.out.end()
                case "fence" if not is_left_out(token.info):
                    self._write_code(prose_of(token.info, token.content), line)
                case "code_block":
                    self._write_code(token.content, line)
                case "html_block":
                    self._write_html(token.content, line)

    def _write_inline(self, content: str, line: int, *, headline: bool) -> None:
        """Write a paragraph, or keep it as the headline."""
        pieces = list(_inline_pieces(content, self._environment))
        if headline:
            self._headline_may_come = False
            words = one_line("".join(text for text, _ in pieces))
            if words and (not self._title or words == self._title):
                self.heading = words
                return
        for text, row in pieces:
            if text in {WORD, LINE}:
                self.out.end(text)
            else:
                self.out.write(text, line + row)

    def _write_code(self, content: str, line: int) -> None:
        """Write a block of code, line by line."""
        self.out.end()
        for number, row in enumerate(content.rstrip("\n").split("\n")):
            self.out.write(row, line + number)
            self.out.end(LINE)
        self.out.end()

    def _write_html(self, content: str, line: int) -> None:
        """Write the text of a block of HTML."""
        for text, row, _tag in html_pieces(content):
            if text:
                self.out.write(text, line + row)
            else:
                self.out.end()
        self.out.end()


def _is_chronicle(tokens: Sequence[Token]) -> bool:
    """Return whether the first heading of level 1 is that of a release or a day, like those behind it."""
    outermost = (
        words.content
        for opened, words in pairwise(tokens)
        if opened.type == "heading_open" and opened.tag == "h1"
    )
    first, second = (*islice(outermost, 2), "", "")[:2]
    return may_state_day(first) and may_state_day(second)


def _inline_pieces(content: str, environment: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the text of a paragraph in pieces, with the line of each, counted from 0."""
    parser, children = _inline_parser(), list["Token"]()
    parser.inline.parse(content, parser, environment, children)
    without_roles(children)
    rows, row, hidden = _Rows(content, children), 0, ""
    for place, child in enumerate(children):
        match child.type:
            case "softbreak" | "hardbreak":
                yield (WORD if child.type == "softbreak" else LINE), row
                row = rows.behind_break(row, children[place + 1 : place + 4])
            case "html_inline":
                name = opened_or_closed(child.content)
                hidden = _hidden_after(child.content, name, hidden)
                if name == "br" and not hidden:
                    yield LINE, row
                row += child.content.count("\n")
            case _ if hidden or child.nesting:
                continue
            case _:
                row = rows.of(child, row)
                yield _words(child).replace("\n", " "), row


def _words(token: Token) -> str:
    """Return the words of a piece; those of an image are its description."""
    if token.type != "image":
        return token.content
    return "".join(WORD if child.type == "softbreak" else _words(child) for child in token.children or ())


def _hidden_after(tag: str, name: str, hidden: str) -> str:
    """Return which element without text is open behind a tag."""
    if hidden:
        return "" if name == hidden and tag.startswith("</") else hidden
    return name if name in {"script", "style"} and not tag.startswith("</") else ""


class _Rows:
    """The source lines of a paragraph, to find a piece of its text in.

    The tokens tell where a line breaks, but nothing of the line ends inside a code span or the target
    of a link.  In a paragraph that has such, a piece is found again by the characters it begins with.
    """

    def __init__(self, content: str, children: Sequence[Token]) -> None:
        self._rows = content.split("\n")
        told = sum(1 for child in children if child.type in {"softbreak", "hardbreak"})
        told += sum(child.content.count("\n") for child in children if child.type == "html_inline")
        self._untold = len(self._rows) - 1 - told

    def behind_break(self, row: int, children: Sequence[Token]) -> int:
        """Return the row that begins behind a line break, given the row before and what comes next."""
        after = min(row + 1, len(self._rows) - 1)
        words = next((child.content for child in children if child.type == "text" and child.content), "")
        return self._find(words, after, str.startswith) if self._untold > 0 else after

    def of(self, child: Token, row: int) -> int:
        """Return the row on which a piece stands, given that of the piece before."""
        return self._find(child.content, row, str.__contains__) if self._untold > 0 else row

    def _find(self, words: str, row: int, matches: Callable[[str, str], bool]) -> int:
        """Return the first row from *row* on that the words match, or *row*."""
        prefix = words[:_PREFIX].strip()
        if not prefix:
            return row
        last = min(row + min(self._untold, _FARTHEST) + 1, len(self._rows))
        found = (number for number in range(row, last) if matches(self._rows[number].lstrip(), prefix))
        return next(found, row)
