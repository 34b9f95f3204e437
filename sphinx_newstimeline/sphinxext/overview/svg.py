"""A chart as SVG.

Places on the axis are percentages, so that only the axis is stretched with the page: letters and symbols
keep their size on a phone.  Elements are made by the standard library, which escapes every text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from .shape import ROW, Heights

if TYPE_CHECKING:
    from docutils import nodes

    from .node import DrawnHeap, DrawnMark, DrawnTick
    from .titles import Titles

#: How opaque a mark is at an end that is not closed, and after which part of its length it is so in full.
_FADES = {"open": (0.0, 1.0), "approximate": (0.12, 0.4), "beyond": (0.3, 0.1)}

#: Symbols around their middle, in pixels.
_DIAMOND = "M0-6 6 0 0 6-6 0z"
_RADIUS = 5.0
_RING = 4.2
_DOT = 2.0

#: How many units of the axis the tail of a ring begins beside its middle.
_BESIDE = 7.0

#: The heights of a bar and of the tail of a symbol.
_BAR = 9.0
_TAIL = 3.0


def draw(node: nodes.Element, titles: Titles, name: str, *, linked: bool = True) -> ET.Element:
    """Return the chart as an element ``svg`` that is as wide as its place.

    :param name: an id that no other chart of the page has, for the ids of colour gradients.
    :param linked: whether marks are links to their events.
    """
    heights = Heights.of(node)
    svg = ET.Element("svg", {"width": "100%", "height": _number(heights.total)})
    # Time runs as the scale does, whatever the direction of the page.
    svg.set("direction", "ltr")
    if linked:
        svg.set("role", "group")
        svg.set("aria-label", node["label"])
    _draw_gradients(svg, node, name)
    _draw_axis(svg, node, heights)
    most = max((heap.number for heap in node["heaps"]), default=1)
    for heap in node["heaps"]:
        place = _link(svg, heap.first, titles.of_heap(heap)) if linked else svg
        _draw_heap(place, heap, heights, most)
    for mark in node["marks"]:
        place = _link(svg, mark.target, titles.of_event(mark.target)) if linked else svg
        _draw_mark(place, mark, heights.lane(mark.lane), name)
    return svg


def _link(svg: ET.Element, target: str, title: str) -> ET.Element:
    link = ET.SubElement(svg, "a", {"href": f"#{target}"})
    ET.SubElement(link, "title").text = title
    return link


def _draw_gradients(svg: ET.Element, node: nodes.Element, name: str) -> None:
    """Add the fades that the marks need, in the order of the table."""
    needed = {(*_ends(mark), _colour(mark)) for mark in node["marks"] if _fades(mark)}
    if not needed:
        return
    definitions = ET.SubElement(svg, "defs")
    for left, right, colour in sorted(needed):
        gradient = ET.SubElement(definitions, "linearGradient", {"id": _gradient(name, left, right, colour)})
        for offset, opacity in _opacities(left, right):
            stop = {"offset": _number(offset), "stop-opacity": _number(opacity)}
            ET.SubElement(gradient, "stop", stop | {"class": f"nt-fade-{colour}"})


def _opacities(left: str, right: str) -> list[tuple[float, float]]:
    """Return how opaque a mark is at which parts of its length, by what is known of its ends."""
    opaque, part = _FADES.get(left, (1.0, 0.0))
    rising = [(0.0, opaque), (part, 1.0)] if part else [(0.0, 1.0)]
    opaque, part = _FADES.get(right, (1.0, 0.0))
    falling = [(1 - part, 1.0), (1.0, opaque)] if part else [(1.0, 1.0)]
    if rising[-1][0] > falling[0][0]:  # they would meet
        rising[-1] = falling[0] = (0.5, 1.0)
    return rising + falling


def _ends(mark: DrawnMark) -> tuple[str, str]:
    """Return what is known of the ends of what is drawn as a stretch."""
    if mark.shape == "bar":
        return mark.left, mark.right
    # The symbol stands at the other end of the tail.
    left = mark.left if mark.start < mark.at else "closed"
    return left, mark.right if mark.end > mark.at else "closed"


def _fades(mark: DrawnMark) -> bool:
    return not _FADES.keys().isdisjoint(_ends(mark))


def _colour(mark: DrawnMark) -> str:
    return "due" if mark.shape == "deadline" else "accent"


def _gradient(name: str, left: str, right: str, colour: str) -> str:
    return f"{name}-{left}-{right}-{colour}"


def _draw_axis(svg: ET.Element, node: nodes.Element, heights: Heights) -> None:
    """Add the line with its breaks, and the ticks; the list says what they say."""
    group = ET.SubElement(svg, "g", {"class": "nt-axis", "aria-hidden": "true"})
    for tick in node["ticks"]:
        _draw_tick(group, tick, heights)
    for before, (start, end) in zip((None, *node["pieces"]), node["pieces"], strict=False):
        _draw_line(group, (start, end), (heights.axis, heights.axis), "nt-line")
        if before:
            middle = _place(group, (before[1] + start) / 2, heights.axis)
            ET.SubElement(middle, "path", {"class": "nt-break", "d": "M-6 6 0-6M0 6 6-6"})


def _draw_tick(group: ET.Element, tick: DrawnTick, heights: Heights) -> None:
    """Add a line: through the lanes where a greater unit begins, below the axis where a label stands."""
    top, bottom = heights.axis, heights.axis + (ROW - 5 if tick.label else 4)
    if tick.rank == "context":
        top = 0
        bottom += ROW if tick.label and not tick.wide else 0
    if tick.rank not in {"lead", "alone"}:
        _draw_line(group, (tick.x, tick.x), (top, bottom), f"nt-{tick.rank}")
    if not tick.label:
        return
    row = 2 if tick.rank in {"context", "lead"} else 1
    place = {"x": _percent(tick.x), "y": _number(heights.axis + row * ROW - 4), "dx": "4"}
    text = ET.SubElement(group, "text", place)
    text.set("class", " ".join(["nt-label", f"nt-{tick.rank}", *(["nt-wide"] if tick.wide else [])]))
    text.text = tick.label


def _draw_line(
    group: ET.Element, across: tuple[float, float], down: tuple[float, float], css_class: str
) -> None:
    places = {"x1": _percent(across[0]), "x2": _percent(across[1])}
    ET.SubElement(
        group, "line", places | {"y1": _number(down[0]), "y2": _number(down[1]), "class": css_class}
    )


def _draw_heap(place: ET.Element, heap: DrawnHeap, heights: Heights, most: int) -> None:
    height = heights.heap(heap.number, most)
    _draw_rectangle(place, (heap.start, heap.end), (heights.axis - height, height), {"class": "nt-heap"})


def _draw_mark(place: ET.Element, mark: DrawnMark, middle: float, name: str) -> None:
    """Add a bar, or a symbol with its tail."""
    bar = mark.shape == "bar"
    if bar or mark.start < mark.at or mark.end > mark.at:
        height = _BAR if bar else _TAIL
        looks = {"class": "nt-bar" if bar else "nt-tail", "rx": _number(height / 2)}
        if _fades(mark):
            # An attribute, no style: strict security policies allow none.  No class may set the fill then.
            looks["fill"] = f"url(#{_gradient(name, *_ends(mark), _colour(mark))})"
        else:
            looks["class"] += f" nt-{_colour(mark)}"
        _draw_rectangle(place, _stretch(mark), (middle - height / 2, height), looks)
    if not bar:
        _draw_symbol(place, mark, middle)


def _stretch(mark: DrawnMark) -> tuple[float, float]:
    """Return from where to where a bar or tail goes; a tail begins beside a ring, not within it."""
    if not _is_ring(mark):
        return mark.start, mark.end
    start = mark.start if mark.start < mark.at else mark.at + _BESIDE
    return start, mark.end if mark.end > mark.at else mark.at - _BESIDE


def _is_ring(mark: DrawnMark) -> bool:
    """Return whether the symbol is empty: for what is vague, and with a dot for what recurs."""
    vague = mark.shape == "point" and "approximate" in {mark.left, mark.right}
    return vague or mark.shape == "recurrence"


def _draw_symbol(place: ET.Element, mark: DrawnMark, middle: float) -> None:
    """Add a diamond for a deadline, a ring for what is vague, a ring with a dot for what recurs."""
    if mark.shape == "deadline":
        inner = _place(place, mark.at, middle)
        ET.SubElement(inner, "path", {"class": "nt-symbol nt-due", "d": _DIAMOND})
        return
    ring = _is_ring(mark)
    centre = {"cx": _percent(mark.at), "cy": _number(middle)}
    looks = {"r": _number(_RING if ring else _RADIUS), "class": "nt-ring" if ring else "nt-symbol nt-accent"}
    ET.SubElement(place, "circle", centre | looks)
    if mark.shape == "recurrence":
        ET.SubElement(place, "circle", centre | {"r": _number(_DOT), "class": "nt-accent"})


def _draw_rectangle(
    place: ET.Element, across: tuple[float, float], down: tuple[float, float], looks: dict[str, str]
) -> None:
    start, end = across
    top, height = down
    sides = {"x": _percent(start), "y": _number(top), "width": _percent(end - start)}
    ET.SubElement(place, "rect", sides | {"height": _number(height)} | looks)


def _place(parent: ET.Element, x: float, y: float) -> ET.Element:
    """Return an element with its origin at *x* units and *y* pixels, and pixels both ways."""
    return ET.SubElement(parent, "svg", {"x": _percent(x), "y": _number(y), "overflow": "visible"})


def _percent(x: float) -> str:
    return f"{_number(x / 10)}%"


def _number(value: float) -> str:
    """Return a number without zeros that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
