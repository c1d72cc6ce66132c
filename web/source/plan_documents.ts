// The files of a plan as far as they can be known: the scans that its revisions name, and what was
// uploaded from this device and no revision names yet.
import { useEffect, useState } from "preact/hooks";
import type { Shapes } from "./first";
import { use_kept } from "./kept";
import { fetch_json, type Problem } from "./server";

export type Document = Shapes["document"] & {
    uploaded_by?: { name: string } | null;
    uploaded_at?: string;
};

export interface PlanDocuments {
    all: Document[];
    problem: Problem | null;
    add: (made: Document) => void;
}

export function use_documents(plan: string, revisions: Shapes["revision"][] | undefined) {
    const kept = use_kept<Document[]>(`plans/${plan}/documents`, []);
    const [named, know] = useState<Document[]>([]);
    const [problem, fail] = useState<Problem | null>(null);
    const ids = (revisions ?? []).flatMap((each) => each.decree_scan ?? []);
    useEffect(() => {
        Promise.all(ids.map((id) => fetch_json<Document>(`/api/v1/documents/${id}`))).then(
            know,
            (fault) => fail(fault as Problem),
        );
    }, [ids.join(" ")]);
    const unnamed = kept.value.filter((each) => !ids.includes(each.id));
    const documents: PlanDocuments = {
        all: [...named, ...unnamed],
        problem,
        add: (made) => kept.set([...unnamed, made]),
    };
    return documents;
}
