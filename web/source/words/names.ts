// Names of the tables that a page must know by itself: whose turn a target is, which form a command
// has. What can be asked of the tables (is it final, what is allowed, what is it called) is asked
// there; `tests/web/unit/names.test.mjs` holds these against them.
export const target_state = {
    open: "open",
    reported: "reported",
    endorsed: "endorsed",
    signed_off: "signed_off",
} as const;

export const plan_state = { agency_review: "agency_review" } as const;

export const plan_command = { submit: "submit", recall: "recall" } as const;

export const review_command = { confirm: "confirm", request_changes: "request_changes" } as const;

export const target_command = { report: "report" } as const;
