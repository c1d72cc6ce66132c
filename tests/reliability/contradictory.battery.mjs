// Contradictory decisions: 8 to 64 clients decide the same step at a barrier. One wins; the others
// are told which state does not allow it any more, or that they had read an older version.
import { battery } from "./support/battery.mjs";
import { fight } from "./support/contests.mjs";

await battery(
  "contradictory decisions",
  {
    sizes: { sqlite: { ci: 1000, full: 10_000 }, mariadb: { ci: 400, full: 10_000 } },
    office: { kinds: 40 },
  },
  fight,
);
