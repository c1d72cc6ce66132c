// A region's report of a period as the API tells it, beyond what its schema names.
import type { Shapes } from "../words/first";

export interface Totals {
    targets: number;
    states: Record<string, number>;
    classes: Record<string, number>;
    scores: { administration: number; substance: number; total: number } | null;
    reports_below: { total: number; received: number; submitted: number };
}

export interface Gap {
    id: string;
    what: string; // target or report
    reason: string | null;
    label?: string | null;
}

interface More {
    plan: string;
    due: string | null;
    reason: string | null;
    gaps: Gap[];
    totals: Totals;
}

export type ReportItem = Omit<Shapes["report_item"], "gaps" | "totals"> & More;
export type Report = Omit<Shapes["report"], "gaps" | "totals"> & More;
