// How a period's targets got done, day by day, from the history of their plan. Pure.

export interface Move {
    at: string; // an instant
    subject: { resource: string; id: string };
    to: string;
}

export interface Step {
    day: string;
    reported: number; // with a report, or further
    final: number;
}

// One step for each day on which something changed. `is_reported` and `is_final` judge a state.
export function burn_up(
    moves: Move[],
    targets: Set<string>,
    is_reported: (state: string) => boolean,
    is_final: (state: string) => boolean,
): Step[] {
    const state = new Map<string, string>();
    const steps: Step[] = [];
    for (const move of moves) {
        if (move.subject.resource !== "targets" || !targets.has(move.subject.id)) continue;
        state.set(move.subject.id, move.to);
        const states = [...state.values()];
        const step = {
            day: move.at.slice(0, 10),
            reported: states.filter(is_reported).length,
            final: states.filter(is_final).length,
        };
        if (steps.at(-1)?.day === step.day) steps[steps.length - 1] = step;
        else steps.push(step);
    }
    return steps;
}
