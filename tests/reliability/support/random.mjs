// Seeded randomness (mulberry32): the same seed makes the same choices.

export const new_seed = () => Math.floor(Math.random() * 0x7fffffff);

export function random_of(seed) {
  let at = seed | 0;
  const next = () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one_of: (list) => list[Math.floor(next() * list.length)],
    chance: (p) => next() < p,
    shuffled(list) {
      const out = [...list];
      for (let i = out.length - 1; i > 0; --i) {
        const j = Math.floor(next() * (i + 1));
        [out[i], out[j]] = [out[j], out[i]];
      }
      return out;
    },
  };
}
