// Counts claims and prints the first failures of each; ends the process as the suites expect.
const shown_max = Number(process.env.SHOWN ?? 5);

export class Verdict {
  constructor() {
    this.passed = 0;
    this.failures = new Map(); // claim -> details
  }

  // Counts one check of a claim.
  check(claim, holds, detail) {
    if (holds) {
      this.passed += 1;
    } else {
      const told = this.failures.get(claim) ?? [];
      told.push(typeof detail === "function" ? detail() : detail);
      this.failures.set(claim, told);
    }
    return holds;
  }

  get failed() {
    return [...this.failures.values()].reduce((sum, told) => sum + told.length, 0);
  }

  // Prints what failed, and our line.
  report() {
    for (const [claim, told] of this.failures) {
      console.log(`FAILED ${told.length} x ${claim}`);
      for (const detail of told.slice(0, shown_max)) console.log(`    ${detail}`);
    }
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed || !this.passed ? 1 : 0;
  }
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
export const percentile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.floor(numbers.length * share))
  ];

// A server that has no time now says so, and when to come again: that is no answer to the question.
export async function answered(ask, tries = 20) {
  for (;;) {
    const answer = await ask();
    const is_busy = answer.status === 503 && answer.headers["retry-after"];
    if (!is_busy || --tries === 0) return answer;
    await new Promise((done) => setTimeout(done, 200));
  }
}

// Runs the jobs, so many at a time.
export async function in_turns(width, jobs) {
  const queue = [...jobs];
  const take = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: width }, take));
}
