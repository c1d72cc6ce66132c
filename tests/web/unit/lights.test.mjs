// What a cell of the monitoring page says of an agency's targets in a period.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../support/module.mjs";

const state = (title, final = false) => ({ title, final });
const { light_of } = await load("oversight/lights.tsx", {
  machines: {
    targets: {
      initial: "planned",
      states: {
        planned: state("direncanakan"),
        open: state("terbuka"),
        endorsed: state("disetujui atasan"),
        signed_off: state("disahkan", true),
        infeasible: state("tidak dapat dilaksanakan", true),
        not_reported: state("tidak dilaporkan", true),
      },
      commands: {},
    },
  },
});

const light = (...states) =>
  light_of(states.map((each) => ({ state: each, days_left: 3 })));

test("what is over is said in the words of its end, and no end is coloured as achieved", () => {
  for (const [ends, text] of [
    [["not_reported"], "1 tidak dilaporkan"],
    [["infeasible", "infeasible"], "2 tidak dapat dilaksanakan"],
    [["signed_off"], "1 disahkan"],
    [["signed_off", "not_reported"], "1 disahkan · 1 tidak dilaporkan"],
  ])
    assert.deepEqual(light(...ends), { colour: "none", text });
});

test("red is for lateness, and what still goes on has the colour of its step", () => {
  const late = [{ state: "open", days_left: -1 }];
  assert.equal(light_of(late).colour, "merah");
  assert.equal(light("open", "signed_off").colour, "kuning");
  assert.equal(light("endorsed", "not_reported").colour, "biru");
  assert.equal(light("planned").text, "Belum dimulai");
});
