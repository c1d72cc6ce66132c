// What the fields of an action and of its targets are called, by their names in the API.
import { words } from "./words";

export const fields = words({
    id: {
        id: "ID",
        number: "No",
        phase: "Bidang/tahap",
        theme: "Tema",
        title: "Rencana aksi",
        location: "Lokasi",
        lead_agency: "Penanggung jawab",
        supporting_agencies: "Instansi terkait",
        success_criterion: "Kriteria keberhasilan",
        target: (period: string | number) => `Target ${period}`,
        targets: "Target",
        quantity: "Kuantitas",
        unit: "Satuan",
        budget_source: "Sumber anggaran",
        mandatory: "Wajib/lokal",
        measure: "Cara hitung",
        note: "Keterangan",
    },
    en: {
        id: "ID",
        number: "No",
        phase: "Phase",
        theme: "Theme",
        title: "Action",
        location: "Location",
        lead_agency: "Lead agency",
        supporting_agencies: "Supporting agencies",
        success_criterion: "Success criterion",
        target: (period: string | number) => `Target ${period}`,
        targets: "Target",
        quantity: "Quantity",
        unit: "Unit",
        budget_source: "Budget source",
        mandatory: "Mandatory/local",
        measure: "Measure",
        note: "Note",
    },
});

// What the periods of a plan are called by its kind, by their codes.
export const period_titles_of = (plan: {
    periods: { code: string; title: string }[];
}): Record<string, string> =>
    Object.fromEntries(plan.periods.map((each) => [each.code, each.title]));

// What stands for each code where several plans are shown: those that call it otherwise, or have it
// in other years, beside each other.
export function titles_by_code(all: [code: string, title: string][]): Map<string, string> {
    const titles = new Map<string, Set<string>>();
    for (const [code, title] of all) titles.set(code, (titles.get(code) ?? new Set()).add(title));
    return new Map([...titles].map(([code, each]) => [code, [...each].join(" / ")]));
}

// The field of a period's target with that period's title; one that has no name of ours by its own.
export function field_title(field: string, period: string | null = null): string {
    const known = (fields as Record<string, unknown>)[field];
    const title = typeof known === "string" ? known : field;
    return period ? `${title} ${period}` : title;
}
