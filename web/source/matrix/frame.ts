// What the texts of a plan's matrix are read against: its periods, what its kind calls phases and
// has as columns of its own, and the agencies of its region, which come later.
import { useMemo } from "preact/hooks";
import { kind_of, use_kinds } from "../server/kinds";
import { period_titles_of } from "../words/fields";
import { locale, type Shapes } from "../words/first";
import type { Frame } from "./column";

// The plan's kind is a name and a version; its phases are the kind's to tell. Null until they are
// known.
export function use_frame(plan: Shapes["plan_item"] | undefined): Frame | null {
    const kinds = use_kinds();
    return useMemo(() => {
        if (!plan || (!kinds.data && !kinds.problem)) return null;
        const kind = kind_of(kinds.data, plan);
        return {
            periods: plan.periods.map((period) => period.code),
            period_titles: period_titles_of(plan),
            phases: (kind?.phases ?? []).map(({ code, name }) => ({ code, name: name[locale] })),
            own: kind?.columns ?? [],
            agencies: [],
        };
    }, [plan?.id, kinds.data, kinds.problem]);
}
