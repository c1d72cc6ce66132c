// Another plan's actions into a new one: those of its revision in force, where it has one.
import { useEffect, useState } from "preact/hooks";
import type { CopyAccount } from "../parts/copy_account";
import { kind_of, type Kind } from "../server/kinds";
import { fetch_all, fetch_json, once, random_key } from "../server/server";
import type { Shapes } from "../words/first";
import { copied, type CopiedFields } from "./copied_actions";

type Plan = Shapes["plan_item"];
type Action = Shapes["action"];

const actions_at = (plan: Plan, limit: number) =>
    `/api/v1/plans/${plan.id}/actions?limit=${limit}` +
    `&revision=${plan.in_force_revision ?? plan.revision}`;

// Where the question fails the copy itself says what is wrong.
const has_actions = (plan: Plan): Promise<boolean> =>
    fetch_json<{ items: unknown[] }>(actions_at(plan, 1)).then(
        (page) => page.items.length > 0,
        () => true,
    );

const in_force_first = (one: Plan, other: Plan) =>
    Number(other.in_force_revision !== null) - Number(one.in_force_revision !== null) ||
    other.year - one.year;

// Those of the plans that have something to copy; undefined until that is known.
export function use_sources(plans: Plan[]): Plan[] | undefined {
    const asked = plans.map((each) => each.id).join();
    const [found, find] = useState<{ asked: string; plans: Plan[] } | null>(null);
    useEffect(() => {
        let is_wanted = true;
        void Promise.all(plans.map(has_actions)).then((have) => {
            const full = plans.filter((_, at) => have[at]).sort(in_force_first);
            if (is_wanted) find({ asked, plans: full });
        });
        return () => {
            is_wanted = false;
        };
    }, [asked]);
    return found?.asked === asked ? found.plans : undefined;
}

export interface Copy {
    from: string; // the plan's id
    rows: { key: string; fields: CopiedFields }[];
    taken: number; // so many of the rows are in the new plan
    account: () => CopyAccount; // of those
}

export async function begin_copy(from: Plan, into: Plan, kinds: Kind[]): Promise<Copy> {
    // A kind that was raised since the page read them.
    const kind =
        kind_of(kinds, into) ??
        kind_of(await fetch_all<Kind>("/api/v1/kinds?all=true&limit=200"), into)!;
    const actions = await fetch_all<Action>(actions_at(from, 200));
    const source = { ...from, kind: kind_of(kinds, from) };
    const target = { ...into, kind };
    const { rows } = copied(actions, source, target);
    const copy: Copy = {
        from: from.id,
        rows: rows.map((fields) => ({ key: random_key(), fields })),
        taken: 0,
        account: () => ({
            ...copied(actions.slice(0, copy.taken), source, target).account,
            missing: actions.length - copy.taken,
        }),
    };
    return copy;
}

// Goes on where it stopped: a row that went off without an answer is not made twice.
export async function go_on_copying(copy: Copy, into: Plan) {
    while (copy.taken < copy.rows.length) {
        const { key, fields } = copy.rows[copy.taken]!;
        await fetch_json(`/api/v1/plans/${into.id}/actions`, {
            method: "POST",
            headers: { "Content-Type": "application/json", ...once(key) },
            body: JSON.stringify(fields),
        });
        ++copy.taken;
    }
}
