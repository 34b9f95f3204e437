"""What tests measure in a browser."""

from __future__ import annotations

#: The themes that timelines are made for, and their packages.
THEMES = {
    "alabaster": "alabaster",
    "furo": "furo",
    "sphinx_rtd_theme": "sphinx-rtd-theme",
    "pydata_sphinx_theme": "pydata-sphinx-theme",
    "sphinx_book_theme": "sphinx-book-theme",
}

#: WCAG 2.2, success criterion 1.4.3.
ENOUGH_CONTRAST = 4.5

#: The coloured ground of marked words reaches a few pixels beyond the line.
HANGING = 8

#: The least contrast of the visible words of timelines with what lies behind them, painted to be measured.
CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  let least = 21;
  for (const element of document.querySelectorAll(
      '.newstimeline-date, .newstimeline-sentence, .newstimeline-sentence mark, .newstimeline-source, '
      + '.newstimeline-why > summary, .newstimeline-group-title, .newstimeline-said-kind, '
      + '.newstimeline-table th, .newstimeline-controls :is(summary, label, small, output, button)')) {
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const page = ['white', ...behind];
    const [one, other] = [light(paint(page)), light(paint([...page, getComputedStyle(element).color]))];
    least = Math.min(least, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
  }
  return least;
}"""

#: By how many pixels the content of each timeline is wider than the timeline.
OVERFLOW = """() => [...document.querySelectorAll('.newstimeline')]
  .map((box) => box.scrollWidth - box.clientWidth)"""
