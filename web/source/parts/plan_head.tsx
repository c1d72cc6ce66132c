// What stands on top of every page of one plan: the way back, its title and state, and the tabs.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { use_list } from "../server/reading";
import type { Shapes } from "../words/first";
import { plan_years } from "../words/format";
import { words } from "../words/words";
import { State, Title } from "./basics";
import { Returned } from "./returned";

const say = words({
    id: {
        plans: "Rencana",
        way: "Jalur halaman",
        tabs: "Bagian rencana",
        overview: "Ringkasan",
        matriks: "Matriks",
        tinjauan: "Tinjauan",
        persetujuan: "Persetujuan",
        dokumen: "Dokumen",
        riwayat: "Riwayat",
        amendment: (number: string | number, in_force: string | number) =>
            `perubahan ke-${number}; revisi ${in_force} tetap berlaku`,
    },
    en: {
        plans: "Plans",
        way: "Where this page is",
        tabs: "Parts of the plan",
        overview: "Overview",
        matriks: "Matrix",
        tinjauan: "Review",
        persetujuan: "Approval",
        dokumen: "Documents",
        riwayat: "History",
        amendment: (number: string | number, in_force: string | number) =>
            `amendment ${number}; revision ${in_force} stays in force`,
    },
});

export type PlanTab = "matriks" | "tinjauan" | "persetujuan" | "dokumen" | "riwayat";
const tabs: PlanTab[] = ["matriks", "tinjauan", "persetujuan", "dokumen", "riwayat"];

// Plans known to have approvals: the tab must not appear anew at every step through them.
const has_approvals = new Set<string>();

export interface PlanHeadProperties {
    plan: Shapes["plan_item"];
    here: PlanTab | null; // null: the plan's own page
    approvals?: unknown[]; // where the page has read them
    children?: ComponentChildren; // between the title and the tabs
}

export function PlanHead(asked: PlanHeadProperties) {
    const { plan, here } = asked;
    const is_known = has_approvals.has(plan.id) || here === "persetujuan" || !!asked.approvals;
    const read = use_list<unknown>(is_known ? null : `plans/${plan.id}/approvals?limit=200`);
    if ((asked.approvals ?? read.data ?? []).length) has_approvals.add(plan.id);
    const shown = tabs.filter(
        (tab) => tab !== "persetujuan" || has_approvals.has(plan.id) || here === "persetujuan",
    );
    useEffect(() => {
        document.title = `${here ? `${say[here]} · ` : ""}${plan.title} – Rampung`;
    }, [here, plan.title]);
    const at = `/rencana/${plan.id}`;
    return (
        <>
            <nav class="crumbs" aria-label={say.way}>
                <a href="/rencana">{say.plans}</a> › {plan.region.name} › {plan_years(plan)}
            </nav>
            <Title
                beside={
                    <span>
                        <State resource="plans" state={plan.state} />
                        {plan.open_revision && plan.in_force_revision !== null && (
                            <span class="hint">
                                {" "}
                                {say.amendment(
                                    plan.open_revision.number - 1,
                                    plan.in_force_revision,
                                )}
                            </span>
                        )}
                    </span>
                }
            >
                {plan.title}
            </Title>
            {asked.children}
            <Returned back={plan.returned} />
            <nav class="tabs" aria-label={say.tabs}>
                <a href={at} aria-current={here ? undefined : "page"}>
                    {say.overview}
                </a>
                {shown.map((tab) => (
                    <a
                        key={tab}
                        href={`${at}/${tab}`}
                        aria-current={here === tab ? "page" : undefined}
                    >
                        {say[tab]}
                    </a>
                ))}
            </nav>
        </>
    );
}
