#!/usr/bin/env python3
"""Draws the report of a Gatling run as one SVG: percentiles over time, and the figures of each kind of request.

The figures are those of the report's index.html. usage: picture.py target/gatling/reportsimulation-… > report.svg
"""
import json
import pathlib
import re
import sys
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 900, 300, 60, 50, 40
LINES = {"99%": "#d1495b", "95%": "#edae49", "50%": "#00798c"}
TABLE = {"requests": 2, "failed": 4, "requests/s": 6, "p50, ms": 8, "p95, ms": 10, "p99, ms": 11, "slowest, ms": 12}
ROW = 24


def percentiles(page):
    """By percentile the milliseconds of each second since the start; None where nothing was answered."""
    chart = page[page.index("Response Time Percentiles over Time (OK)"):]
    series = {}
    for name in LINES:
        points = json.loads(re.search(rf"name: '{name}',\s*data: (\[\[.*?\]\])", chart).group(1))
        start = points[0][0]
        series[name] = [((time - start) / 1000, value) for time, value in points]
    return series


def table(page):
    """By kind of request the cells of its row in the report's table."""
    rows = {}
    for row in re.findall(r'<tr id="(?:ROOT|req_)[^>]*>.*?</tr>', page, re.S):
        name = re.search(r'class="ellipsed-name">([^<]+)<', row).group(1)
        cells = {int(column): value for column, value in re.findall(r'class="value \w+ col-(\d+)">([^<]*)<', row)}
        rows[name] = [cells[column] for column in TABLE.values()]
    return rows


def ticks(highest):
    """About five round numbers that reach over the highest value."""
    step = next(s for s in (10 ** e * f for e in range(6) for f in (1, 2, 5)) if 5 * s >= highest)
    return [step * i for i in range(int(-(-highest // step)) + 1)]


def text(x, y, content, anchor="start", style=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" {style}>{escape(str(content))}</text>'


def chart(series):
    seconds = max(second for second, _ in series["99%"]) or 1
    marks = ticks(max(value for _, value in series["99%"] if value is not None))

    def x(second):
        return LEFT + second / seconds * (WIDTH - LEFT - 20)

    def y(value):
        return TOP + (1 - value / marks[-1]) * (HEIGHT - TOP - BOTTOM)

    for mark in marks:
        yield f'<path d="M{LEFT} {y(mark):.1f}H{WIDTH - 20}" stroke="#ddd"/>' + text(LEFT - 8, y(mark) + 4, mark, "end")
    for second in ticks(seconds):
        if second <= seconds:
            yield text(x(second), HEIGHT - BOTTOM + 18, f"{second} s", "middle")
    for place, (name, colour) in enumerate(LINES.items()):
        points = " ".join(f"{x(s):.1f},{y(v):.1f}" for s, v in series[name] if v is not None)
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield text(WIDTH - 220 + 70 * place, TOP - 14, f"p{name[:-1]}", style=f'fill="{colour}" font-weight="bold"')


def figures(rows):
    columns = [LEFT + 190 + 100 * column for column in range(len(TABLE))]
    for column, name in zip(columns, TABLE):
        yield text(column, HEIGHT + ROW, name, "end", 'fill="#666"')
    for line, (name, cells) in enumerate(rows.items(), start=2):
        yield text(LEFT - 40, HEIGHT + ROW * line, name)
        for column, cell in zip(columns, cells):
            yield text(column, HEIGHT + ROW * line, cell, "end")


def picture(page):
    rows = table(page)
    height = HEIGHT + ROW * (len(rows) + 2)
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
           'font-family="sans-serif" font-size="13">')
    yield '<rect width="100%" height="100%" fill="white"/>'
    yield text(LEFT - 40, TOP - 14, "Milliseconds to an answer, second by second", style='font-weight="bold"')
    yield from chart(percentiles(page))
    yield from figures(rows)
    yield "</svg>"


if __name__ == "__main__":
    print("\n".join(picture((pathlib.Path(sys.argv[1]) / "index.html").read_text())))
