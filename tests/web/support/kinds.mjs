// A directory of further kinds of plan, filled from tests/data/kinds.
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const data = join(dirname(fileURLToPath(import.meta.url)), "../../data/kinds");

export class KindFiles {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "rampung-kinds-"));
    this.fill("");
  }

  fill(from) {
    const source = join(data, from);
    for (const name of readdirSync(source))
      if (name.endsWith(".json"))
        copyFileSync(join(source, name), join(this.folder, name));
  }

  // Every file becomes that of version 2.
  raise() {
    this.fill("raised");
  }

  // One file as another that a person could have written.
  change(name, change) {
    const path = join(this.folder, `${name}.json`);
    const body = JSON.parse(readFileSync(path, "utf8"));
    change(body);
    writeFileSync(path, JSON.stringify(body));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
