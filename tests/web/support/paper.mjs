// A page as it is printed, as the words that stand on its paper. The page must be all there: what
// comes while it is printed is on no paper.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), "rampung-paper-"));
  const paper = join(folder, "page.pdf");
  await page.emulateMedia({ media: "print" });
  await page.pdf({ path: paper, preferCSSPageSize: true, format: "A4" });
  const { stdout } = await promisify(execFile)(
    "pdftotext",
    ["-raw", paper, "-"],
    { maxBuffer: 1 << 26 },
  );
  rmSync(folder, { recursive: true });
  return stdout.normalize("NFC");
}
