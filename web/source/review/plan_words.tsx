// What the kind of the plan that is looked at calls its periods and its own columns, for what is drawn
// of its actions.
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { kind_of, use_kinds } from "../server/kinds";
import { field_title as title_of, period_titles_of } from "../words/fields";
import type { Shapes } from "../words/first";
import { own_title, type OwnColumn } from "../words/own_columns";
import { code_of, field_title, period_of } from "./action_text";

const PeriodTitles = createContext<Record<string, string>>({});
const OwnColumns = createContext<OwnColumn[]>([]);

export function PlanWords(asked: { plan: Shapes["plan"]; children?: ComponentChildren }) {
    const kind = kind_of(use_kinds().data, asked.plan);
    return (
        <PeriodTitles.Provider value={period_titles_of(asked.plan)}>
            <OwnColumns.Provider value={kind?.columns ?? []}>{asked.children}</OwnColumns.Provider>
        </PeriodTitles.Provider>
    );
}

export const use_own_columns = (): OwnColumn[] => useContext(OwnColumns);

const title_in = (own: OwnColumn[], code: string) => {
    const column = own.find((each) => each.code === code);
    return column && own_title(column);
};

// What a part of an action is called: "target/…" by its period's title, "columns/…" by the kind.
export function use_field_title(): (field: string) => string {
    const titles = useContext(PeriodTitles);
    const own = use_own_columns();
    return (field) => {
        const code = code_of(field);
        if (code) return title_in(own, code) ?? code;
        const period = period_of(field);
        return field_title(field, period ? (titles[period] ?? period) : null);
    };
}

// The same for a field of a difference, whose period stands beside it, and whose own column is named
// by its code alone.
export function use_difference_title(): (field: string, period: string | null) => string {
    const titles = useContext(PeriodTitles);
    const own = use_own_columns();
    return (field, period) =>
        title_in(own, field) ?? title_of(field, period && (titles[period] ?? period));
}
