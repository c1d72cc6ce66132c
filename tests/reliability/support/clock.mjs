// An office on a set clock: `rampung demo`, started again on its directory, goes on at the offset
// that it finds there. The kinds of the office are known to it from the database.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const microseconds = 1000;

// The instant of a local time in western Indonesia, as every region of the office has it.
export const jakarta = (day, time) => Date.parse(`${day}T${time}+07:00`);

// Stops the server if it runs and starts it at that instant (milliseconds of the epoch).
export async function serve_at(office, instant) {
  const { server } = office;
  if (server.runs) await server.stop();
  const file = join(office.data, "demo.json");
  const known = JSON.parse(readFileSync(file, "utf8"));
  const offset = Math.round((instant - Date.now()) * microseconds);
  writeFileSync(file, JSON.stringify({ ...known, offset }));
  if (office.record) office.record.clock = () => Date.now() + offset / microseconds;
  server.verb = "demo";
  await server.start({ args: [] });
}
