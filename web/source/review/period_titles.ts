// What the kind of the plan that is looked at calls its periods, for what is drawn of its actions.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { field_title as title_of } from "../words/fields";
import { field_title, period_of } from "./action_text";

export const PeriodTitles = createContext<Record<string, string>>({});

// What a part of an action is called: "target/…" by its period's title.
export function use_field_title(): (field: string) => string {
    const titles = useContext(PeriodTitles);
    return (field) => {
        const period = period_of(field);
        return field_title(field, period ? (titles[period] ?? period) : null);
    };
}

// The same for a field of a difference, whose period stands beside it.
export function use_difference_title(): (field: string, period: string | null) => string {
    const titles = useContext(PeriodTitles);
    return (field, period) => title_of(field, period && (titles[period] ?? period));
}
