"""Draws the pictures of notes/ as SVG files: python3 Scripts/note_pictures.py

Only the standard library is used, and the output depends on nothing but this file.
"""

import math
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "notes" / "图"
INK, FAINT, BLUE, ORANGE, GREEN, RED = "#222", "#bbb", "#2563ab", "#c2611f", "#2e7d4f", "#b3263a"


class Panel:
    """A coordinate system in a rectangle of the picture; y grows upwards."""

    def __init__(self, left, top, width, height, x, y):
        self.box = (left, top, width, height)
        self.x, self.y = x, y
        self.parts = []

    def place(self, x, y):
        left, top, width, height = self.box
        return (
            left + (x - self.x[0]) / (self.x[1] - self.x[0]) * width,
            top + height - (y - self.y[0]) / (self.y[1] - self.y[0]) * height,
        )

    def line(self, points, colour=INK, width=2, dash=None):
        text = " ".join("%.2f,%.2f" % self.place(x, y) for x, y in points)
        extra = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<polyline points="{text}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{extra}/>')

    def curve(self, function, colour, start=None, end=None, dash=None):
        low, high = start if start is not None else self.x[0], end if end is not None else self.x[1]
        points = [(low + (high - low) * k / 200, function(low + (high - low) * k / 200)) for k in range(201)]
        self.line([p for p in points if self.y[0] - 1e-9 <= p[1] <= self.y[1] + 1e-9], colour, 2.5, dash)

    def dot(self, x, y, colour=INK, radius=4):
        a, b = self.place(x, y)
        self.parts.append(f'<circle cx="{a:.2f}" cy="{b:.2f}" r="{radius}" fill="{colour}"/>')

    def text(self, x, y, words, colour=INK, anchor="middle", dx=0, dy=0, size=14):
        a, b = self.place(x, y)
        self.parts.append(
            f'<text x="{a + dx:.2f}" y="{b + dy:.2f}" fill="{colour}" text-anchor="{anchor}" font-size="{size}" '
            f'stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{words}</text>')

    def axes(self, xs, ys, across=None, up=None):
        """Axes through zero where it is in range, else along the edge; with ticks."""
        x0 = min(max(0, self.x[0]), self.x[1])
        y0 = min(max(0, self.y[0]), self.y[1])
        self.line([(self.x[0], y0), (self.x[1], y0)], FAINT, 1.5)
        self.line([(x0, self.y[0]), (x0, self.y[1])], FAINT, 1.5)
        for x in xs:
            self.text(x, y0, f"{x:g}".replace("-", "−"), "#666", dy=17, size=12)
        for y in ys:
            self.text(x0, y, f"{y:g}".replace("-", "−"), "#666", "end", dx=-6, dy=4, size=12)
        if across:
            self.text(self.x[1], y0, across, "#666", "end", dy=34, size=13)
        if up:
            self.text(x0, self.y[1], up, "#666", "start", dx=6, dy=4, size=13)


def save(name, title, width, height, *panels):
    body = "\n".join(part for panel in panels for part in panel.parts)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif">\n<title>{title}</title>\n'
        f'<rect width="{width}" height="{height}" rx="6" fill="#fff"/>\n{body}\n</svg>\n', encoding="utf-8", newline="\n")


def least_squares():
    p = Panel(50, 20, 500, 300, (0, 5.6), (0, 22))
    p.axes(range(1, 6), [5, 10, 15, 20], "距离（千米）", "用时（分钟）")
    p.line([(0, 1.5), (5.5, 20.75)], BLUE, 2.5)
    for x, y in zip(range(1, 6), [5, 8, 13, 15, 19]):
        p.line([(x, y), (x, 3.5 * x + 1.5)], ORANGE, 3)
        p.dot(x, y)
    p.text(4.2, 3.5 * 4.2 + 1.5, "ŷ = 3.5 x + 1.5", BLUE, "start", dx=14, dy=16)
    p.text(3, 12.6, "残差 −1", ORANGE, "end", dx=-10, dy=-8)
    save("最小二乘", "五条送货记录与最小二乘直线", 580, 370, p)


def conditioning():
    ys = [5, 8, 13, 15, 19]
    panels = []
    cases = [(50, [1, 2, 3, 4, 5], 0.1, 60, (-3, 10), (-1, 6), (1.5, 3.5), "原来的特征，η = 0.1"),
             (380, [-2, -1, 0, 1, 2], 0.6, 12, (2, 22), (-3, 10), (12, 3.5), "居中的特征，η = 0.6")]
    for left, xs, rate, steps, across, up, (b0, w0), words in cases:
        p = Panel(left, 40, 270, 270, across, up)
        sx, sxx = sum(xs) / 5, sum(x * x for x in xs) / 5
        half, root = (1 + sxx) / 2, math.hypot((1 - sxx) / 2, sx)
        large, small = half + root, half - root
        angle = math.atan2(large - 1, sx) if sx else math.pi / 2      # direction of the steep axis
        for level in [0.05, 0.4, 1.6, 6, 20, 60, 130]:
            points = []
            for k in range(241):
                t = 2 * math.pi * k / 240
                u, v = math.sqrt(2 * level / large) * math.cos(t), math.sqrt(2 * level / small) * math.sin(t)
                b, w = b0 + u * math.cos(angle) - v * math.sin(angle), w0 + u * math.sin(angle) + v * math.cos(angle)
                points.append((b, w))
            run = []
            for point in points + [None]:                             # cut at the edges
                if point and across[0] <= point[0] <= across[1] and up[0] <= point[1] <= up[1]:
                    run.append(point)
                else:
                    if len(run) > 1:
                        p.line(run, FAINT, 1.2)
                    run = []
        b, w = 8.0, 0.0
        path = [(b, w)]
        for _ in range(steps):
            r = [w * x + b - y for x, y in zip(xs, ys)]
            b, w = b - rate * sum(r) / 5, w - rate * sum(e * x for e, x in zip(r, xs)) / 5
            path.append((b, w))
        p.line(path, BLUE, 1.5)
        for point in path:
            p.dot(*point, BLUE, 2.8)
        p.dot(b0, w0, RED, 4.5)
        p.text((across[0] + across[1]) / 2, up[1], words, dy=-12)
        p.text(across[1], up[0], "截距 b", "#666", "end", dy=18, size=13)
        p.text(across[0], up[1], "斜率 w", "#666", "start", dx=4, dy=14, size=13)
        p.line([(across[0], up[1]), (across[0], up[0]), (across[1], up[0])], FAINT, 1.5)
        panels.append(p)
    save("条件数", "居中之前与之后的等高线和梯度下降的路径", 690, 350, *panels)


def regression_losses():
    left = Panel(40, 40, 290, 250, (-3, 3), (0, 4.5))
    left.axes([-3, -2, -1, 1, 2, 3], [1, 2, 3, 4], "残差 r", None)
    right = Panel(390, 40, 290, 250, (-3, 3), (-3, 3))
    right.axes([-3, -2, -1, 1, 2, 3], [-3, -2, -1, 1, 2, 3], None, None)
    rows = [
        ("平方 r²/2", RED, lambda r: r * r / 2, lambda r: r),
        ("绝对值", ORANGE, abs, None),
        ("Huber，δ = 1", BLUE, lambda r: r * r / 2 if abs(r) <= 1 else abs(r) - 0.5, lambda r: max(-1, min(1, r))),
        ("log-cosh", GREEN, lambda r: math.log(math.cosh(r)), math.tanh),
    ]
    for k, (name, colour, value, slope) in enumerate(rows):
        left.curve(value, colour)
        if slope:
            right.curve(slope, colour)
        else:
            right.line([(-3, -1), (0, -1)], colour, 2.5)
            right.line([(0, 1), (3, 1)], colour, 2.5)
        right.text(0.7, -1.2 - 0.45 * k, name, colour, "start", size=13)
    left.text(0, 4.5, "损失", dy=-16)
    right.text(0, 3, "导数", dy=-16)
    save("回归损失", "四种回归损失与它们的导数", 710, 330, left, right)


def margin_losses():
    p = Panel(40, 20, 500, 280, (-3, 3), (0, 4.2))
    p.axes([-3, -2, -1, 1, 2, 3], [1, 2, 3, 4], "间隔 m")
    p.line([(-3, 1), (0, 1), (0, 0), (3, 0)], INK, 2.5, "5 4")
    p.curve(lambda m: max(0.0, 1 - m), ORANGE)
    p.curve(lambda m: math.log2(1 + math.exp(-m)), BLUE)
    p.curve(lambda m: math.exp(-m), RED)
    for k, (words, colour) in enumerate(
            [("0-1", INK), ("合页", ORANGE), ("逻辑（以 2 为底）", BLUE), ("指数", RED)]):
        p.text(1.2, 3.9 - 0.33 * k, words, colour, "start")
    save("间隔损失", "四种分类损失随间隔的变化", 570, 350, p)


def unit_balls():
    p = Panel(20, 20, 340, 340, (-1.5, 1.5), (-1.5, 1.5))
    p.axes([], [])
    p.line([(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)], GREEN, 2.5)
    p.line([(math.cos(math.pi * k / 90), math.sin(math.pi * k / 90)) for k in range(181)], BLUE, 2.5)
    p.line([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)], ORANGE, 2.5)
    p.text(1, 1, "ℓ∞", GREEN, dy=-8)
    p.text(0.72, 0.72, "ℓ₂", BLUE, "end", dx=-4, dy=16)
    p.text(0.5, 0.5, "ℓ₁", ORANGE, "end", dx=-10, dy=16)
    save("单位圆", "三种范数等于 1 的点", 380, 380, p)


def base_rate():
    p = Panel(110, 30, 430, 200, (0, 1), (0, 4))
    rows = [("患病，阳性", 99, RED), ("患病，阴性", 1, FAINT), ("健康，阳性（误报）", 4995, ORANGE), ("健康，阴性", 94905, FAINT)]
    for k, (words, count, colour) in enumerate(rows):
        y = 3.6 - k
        length = math.log10(count + 1) / 5
        p.line([(0.12, y), (0.12 + length * 0.7, y)], colour, 22)
        p.text(0.12, y, words, anchor="end", dx=-8, dy=5)
        p.text(0.12 + length * 0.7, y, f"{count}", anchor="start", dx=8, dy=5)
    p.text(0.5, 0, "横条的长度按人数的对数", "#666", dy=24, size=12)
    save("基率", "十万人按患病与检测结果分成四组", 580, 275, p)


def temperature():
    p = Panel(50, 20, 520, 220, (0, 4), (0, 1))
    p.axes([], [0.25, 0.5, 0.75, 1])
    for k, t in enumerate([0.5, 1, 2, 5]):
        powers = [math.exp(o / t) for o in (1, 2, 3)]
        for j, (power, colour) in enumerate(zip(powers, [BLUE, GREEN, ORANGE])):
            x, share = k + 0.25 + 0.25 * j, power / sum(powers)
            p.line([(x, 0), (x, share)], colour, 24)
            p.text(x, share, f"{share:.2f}", dy=-6, size=12)
        p.text(k + 0.5, 0, f"T = {t:g}", dy=22)
    save("温度", "四种温度下 softmax(1, 2, 3) 的三个概率", 600, 280, p)


def exclusive_or():
    p = Panel(40, 20, 290, 290, (-0.5, 1.5), (-0.5, 1.5))
    for total in (0, 1, 2):
        low, high = max(-0.5, total - 1.5), min(1.5, total + 0.5)
        ends = [(low, total - low), (high, total - high)]
        p.line(ends, BLUE if total < 2 else FAINT, 1.8, None if total < 2 else "5 4")
    for x, y in [(0, 0), (0, 1), (1, 0), (1, 1)]:
        p.dot(x, y, ORANGE if x != y else INK, 7)
        p.text(x, y, f"({x}, {y}) → {x ^ y}", dy=-14)
    p.text(0.3, -0.3, "第一处弯", BLUE, "start", dx=8, dy=4, size=12)
    p.text(1.3, -0.3, "第二处弯", BLUE, "start", dx=8, dy=4, size=12)
    q = Panel(390, 60, 260, 200, (-0.5, 2.5), (-0.4, 1.4))
    q.axes([1, 2], [1], "x₁ + x₂", "g")
    q.line([(-0.5, 0), (0, 0), (1, 1), (2.25, -0.25)], BLUE, 2.5)
    for s in (0, 1, 2):
        q.dot(s, s % 2, ORANGE if s == 1 else INK, 6)
    save("异或", "异或的四个点，两处弯折，以及沿对角线的函数值", 680, 330, p, q)


def activations():
    def sigmoid(x):
        return 1 / (1 + math.exp(-x))

    def phi(x):
        return (1 + math.erf(x / math.sqrt(2))) / 2

    left = Panel(40, 40, 300, 250, (-4, 4), (-1.25, 2.5))
    left.axes([-4, -2, 2, 4], [])
    right = Panel(400, 40, 300, 250, (-4, 4), (-0.25, 1.25))
    right.axes([-4, -2, 2, 4], [])
    # At the edge: the curves cross the axis.
    for panel, ticks in [(left, [-1, 1, 2]), (right, [0.25, 0.5, 0.75, 1])]:
        for y in ticks:
            panel.line([(-4, y), (4, y)], "#eee", 1)
            panel.text(-4, y, f"{y:g}".replace("-", "−"), "#666", "end", dx=-6, dy=4, size=12)
    rows = [
        ("Sigmoid", BLUE, sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
        ("Tanh", GREEN, math.tanh, lambda x: 1 - math.tanh(x) ** 2),
        ("ReLU", INK, lambda x: max(0, x), None),
        ("ELU", ORANGE, lambda x: x if x > 0 else math.expm1(x), lambda x: 1 if x > 0 else math.exp(x)),
        ("GELU", RED, lambda x: x * phi(x), lambda x: phi(x) + x * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)),
    ]
    for k, (name, colour, value, slope) in enumerate(rows):
        left.curve(value, colour)
        if slope:
            right.curve(slope, colour)
        else:
            right.line([(-4, 0), (0, 0)], colour, 2.5)
            right.line([(0, 1), (4, 1)], colour, 2.5)
        left.text(-4 + 2.9 * k, -1.25, name, colour, "start", dx=20, dy=50)
    left.text(0, 2.5, "函数", dy=-16)
    right.text(0, 1.25, "导数", dy=-16)
    save("激活函数", "五个激活函数与它们的导数", 740, 360, left, right)


def stretching():
    p = Panel(20, 40, 280, 280, (-3.4, 3.4), (-3.4, 3.4))
    q = Panel(340, 40, 280, 280, (-3.4, 3.4), (-3.4, 3.4))
    circle = [(math.cos(math.pi * k / 90), math.sin(math.pi * k / 90)) for k in range(181)]
    for panel, words in [(p, "单位圆"), (q, "乘以 S 之后")]:
        panel.axes([], [])
        panel.text(0, 3.4, words, dy=-12)
    apply = lambda v: (2 * v[0] + v[1], v[0] + 2 * v[1])
    p.line(circle, BLUE, 2.5)
    q.line([apply(v) for v in circle], BLUE, 2.5)
    r = math.sqrt(0.5)
    for v, colour, words, side in [((r, r), RED, "3 倍", 1), ((r, -r), GREEN, "1 倍", 1), ((1, 0), FAINT, "转了方向", 1)]:
        p.line([(0, 0), v], colour, 2.5)
        p.dot(*v, colour)
        q.line([(0, 0), apply(v)], colour, 2.5)
        q.dot(*apply(v), colour)
        q.text(*apply(v), words, colour if colour != FAINT else "#777", "start", dx=10, dy=-4 if colour == RED else 6)
    save("拉伸", "单位圆被矩阵拉成椭圆，两个特征向量方向不变", 640, 340, p, q)


def distributions():
    panels = []
    for left, words, top, ks, weight in [
        (40, "二项分布，n = 10，p = 0.5", 0.3, range(11), lambda k: math.comb(10, k) / 2 ** 10),
        (275, "泊松分布，λ = 2", 0.3, range(9), lambda k: 2 ** k * math.exp(-2) / math.factorial(k)),
    ]:
        p = Panel(left, 40, 190, 190, (-0.7, ks[-1] + 0.7), (0, top))
        p.line([(p.x[0], 0), (p.x[1], 0)], FAINT, 1.5)
        for y in (0.1, 0.2, 0.3):
            p.line([(p.x[0], y), (p.x[1], y)], "#eee", 1)
            p.text(p.x[0], y, f"{y:g}", "#666", "end", dx=-4, dy=4, size=12)
        for k in ks:
            p.line([(k, 0), (k, weight(k))], BLUE, 10 if len(ks) > 9 else 12)
            if k % 2 == 0:
                p.text(k, 0, f"{k}", "#666", dy=17, size=12)
        p.text((p.x[0] + p.x[1]) / 2, top, words, dy=-14)
        panels.append(p)
    p = Panel(510, 40, 210, 190, (-3.2, 3.2), (0, 1))
    p.axes([-2, 0, 2], [])
    for y in (0.5, 1):
        p.line([(-3.2, y), (3.2, y)], "#eee", 1)
        p.text(-3.2, y, f"{y:g}", "#666", "end", dx=-4, dy=4, size=12)
    for sigma, colour in [(1, BLUE), (0.4, ORANGE)]:
        p.curve(lambda x: math.exp(-x * x / (2 * sigma ** 2)) / (sigma * math.sqrt(2 * math.pi)), colour)
    p.text(1.1, 0.75, "σ = 0.4", ORANGE, "start", size=13)
    p.text(1.4, 0.25, "σ = 1", BLUE, "start", size=13)
    p.text(0, 1, "正态分布，μ = 0", dy=-14)
    panels.append(p)
    save("分布", "二项分布、泊松分布与正态分布", 740, 270, *panels)


for draw in [stretching, distributions, temperature, exclusive_or, activations, least_squares, conditioning, regression_losses, margin_losses, unit_balls, base_rate]:
    draw()
