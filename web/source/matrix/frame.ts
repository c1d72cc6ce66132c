// What the texts of a plan's matrix are read against: its periods, the phases of its kind, and the
// agencies of its region, which come later.
import { useMemo } from "preact/hooks";
import { use_list } from "../server/reading";
import { locale, type Shapes } from "../words/first";
import type { Frame } from "./columns";

type Kind = Shapes["kind"];

// The plan's kind is a name; its phases are the kind's to tell. Null until they are known.
export function use_frame(plan: Shapes["plan_item"] | undefined): Frame | null {
    const kinds = use_list<Kind>("kinds");
    return useMemo(() => {
        if (!plan || (!kinds.data && !kinds.problem)) return null;
        const kind = kinds.data?.find((each) => each.name === plan.kind);
        return {
            periods: plan.periods.map((period) => period.code),
            phases: (kind?.phases ?? []).map(({ code, name }) => ({ code, name: name[locale] })),
            agencies: [],
        };
    }, [plan?.id, kinds.data, kinds.problem]);
}
