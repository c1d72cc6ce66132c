// What one writes to an agency that is late, ready to paste into WhatsApp. Pure.
import { day, days_left } from "./format";
import { words } from "./words";

const say = words({
    id: {
        greeting: (agency: string | number) => `Yth. Bapak/Ibu Pimpinan ${agency},`,
        targets: (count: string | number, plan: string | number) =>
            `mohon melaporkan ${count} target ${plan}:`,
        review: (plan: string | number) => `mohon menelaah rancangan ${plan}`,
        due: "tenggat",
        thanks: "Terima kasih.",
    },
    en: {
        greeting: (agency: string | number) => `To the head of ${agency},`,
        targets: (count: string | number, plan: string | number) =>
            Number(count) === 1
                ? `please report 1 target of ${plan}:`
                : `please report ${count} targets of ${plan}:`,
        review: (plan: string | number) => `please review the draft ${plan}`,
        due: "due",
        thanks: "Thank you.",
    },
});

export interface Owed {
    action: { number: number | string; title: string };
    period_title: string;
    due: string | null;
    days_left: number | null;
}

const until = (due: string | null, days: number | null) =>
    due ? `${say.due} ${day(due)}${days === null ? "" : ` (${days_left(days)})`}` : "";

export function targets_reminder(agency: string, plan: string, owed: Owed[], link: string): string {
    return [
        say.greeting(agency),
        say.targets(owed.length, plan),
        ...owed.map(({ period_title, action, due, days_left: left }) => {
            const what = `${period_title}, ${action.number}. ${action.title}`;
            return `– ${what}: ${until(due, left)}`;
        }),
        link,
        say.thanks,
    ].join("\n");
}

export function review_reminder(
    agency: string,
    plan: string,
    due: string | null,
    link: string,
): string {
    return [
        say.greeting(agency),
        `${[say.review(plan), until(due, null)].filter(Boolean).join(", ")}.`,
        link,
        say.thanks,
    ].join("\n");
}
