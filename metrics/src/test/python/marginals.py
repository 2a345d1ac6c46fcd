"""Marginals by brute force: mean, 95 % quantile and largest distance of triples, k-marginal score, equivalences.

python3 marginals.py DATASET VARIANT PATH-OF-SHARED
"""
import csv, itertools, json, math, sys
import numpy as np
from scipy.stats import hypergeom
name, variant = sys.argv[1:3]
root = sys.argv[3] if len(sys.argv) > 3 else '../shared'
typ = json.load(open(f'{root}/goldens/{name}/typing.json'))
def read(f):
    with open(f'{root}/data/{name}/{f}.csv') as h:
        r = csv.reader(h); head = next(r); rows = list(r)
    return head, rows
head, T = read('real'); _, S = read(f'synthetic_{variant}')
kinds = typ.get('columns', typ.get('kinds', typ))
na = set(typ.get('na_tokens', [])) | {''}
def numbers(col): return np.array([math.nan if x in na else float(x) for x in col])
def cuts(v, k):
    v = np.sort(v[~np.isnan(v)]); n = len(v); out = []
    for i in range(1, k):
        c = v[-(-i * n // k) - 1]
        if out and out[-1] == c: continue
        lo, hi = np.searchsorted(v, c, 'left'), np.searchsorted(v, c, 'right')
        if (hi - lo) * k >= n and lo > 0 and (not out or out[-1] < v[lo-1]): out.append(v[lo-1])
        out.append(c)
    if out and out[-1] == v[-1]: out.pop()
    return np.array(out)
def merge(counts, most):
    left = sum(counts); size = inside = 0; to = []
    for c in counts:
        if inside > 0 and (inside + c // 2) * (most - size) >= left and size < most - 1:
            left -= inside; inside = 0; size += 1
        to.append(size); inside += c
    return to
def code(t, s, kind, most):
    if kind == 'numerical':
        t, s = numbers(t), numbers(s); c = cuts(t, 20)
        a, b = (np.where(np.isnan(x), 99, np.searchsorted(c, x, 'left')) for x in (t, s))
        if most:
            to = np.arange(100); m = merge([int((a == i).sum()) for i in range(len(c)+1)], most)
            to[:len(m)] = m; a, b = to[a], to[b]
        return a, b
    from collections import Counter
    t = [None if x in na else x for x in t]; s = [None if x in na else x for x in s]
    cnt = Counter(x for x in t if x is not None)
    labels = sorted(cnt, key=lambda x: (-cnt[x], x)); 
    top = most or 256
    ids = {x: (i if len(labels) <= top else min(i, top - 1)) for i, x in enumerate(labels)}
    f = lambda col: np.array([998 if x is None else ids.get(x, 999) for x in col])
    return f(t), f(s)
def coded(most):
    return [code([r[i] for r in T], [r[i] for r in S], kinds[h] if isinstance(kinds[h], str) else kinds[h]['kind'], most) for i, h in enumerate(head)]
def joint(cols, side):
    out = np.zeros(len(cols[0][side]), dtype=np.int64)
    for c in cols: out = out * 1000 + c[side]
    return dict(zip(*np.unique(out, return_counts=True)))
def tvd(cols):
    a, b = joint(cols, 0), joint(cols, 1); n, m = len(T), len(S)
    return .5 * sum(abs(a.get(k, 0)/n - b.get(k, 0)/m) for k in set(a) | set(b))
five, twenty = coded(5), coded(None)
d3 = np.array(sorted(tvd(c) for c in itertools.combinations(five, 3)))
print('triples', len(d3), repr(d3.mean()), repr(d3[math.ceil(.95*len(d3))-1]), repr(d3[-1]))
d2 = np.mean([tvd(c) for c in itertools.combinations(twenty, 2)])
print('score', repr(1000*(1-d2)))
def equivalence(order, d):
    n = len(T); sizes = np.concatenate([list(joint(c, 0).values()) for c in itertools.combinations(twenty, order)])
    sizes, times = np.unique(sizes, return_counts=True); J = math.comb(len(head), order)
    def expected(s):
        x = np.arange(s + 1)
        tot = 0
        for K, w in zip(sizes, times):
            mu = s*K/n; sd = math.sqrt(mu*(1-K/n)*(1-s/n)) + 1
            lo, hi = max(0, s + K - n, int(mu - 12*sd)), min(s, K, int(mu + 12*sd) + 1); y = np.arange(lo, hi + 1)
            tot += w * (hypergeom.pmf(y, n, K, s) * abs(y / s - K / n)).sum()
        return tot / J / 2
    lo, hi = 1, n
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if expected(mid) > d: lo = mid
        else: hi = mid
    a, b = expected(lo), expected(hi)
    return (lo + (a - d) / (a - b)) / n
print('subsample', repr(equivalence(2, d2)))
print('column', repr(equivalence(1, np.mean([tvd([c]) for c in twenty]))))
