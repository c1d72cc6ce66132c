// The kinds of plans, in every version: a plan keeps the one that it was made with. Read once, for
// they do not change while one works.
import type { Shapes } from "../words/first";
import { locale } from "../words/first";
import { use_list, type Reading } from "./reading";

export type Kind = Shapes["kind"];

// By name, then version.
export const use_kinds = (): Reading<Kind[]> => use_list<Kind>("kinds?all=true&limit=200");

// The version that a plan, or a report of it, goes by.
export const kind_of = (
    kinds: Kind[] | undefined,
    of: { kind: string; kind_version: number } | undefined,
): Kind | undefined =>
    kinds?.find((each) => each.name === of?.kind && each.version === of.kind_version);

// One of each name: the newest version that there is.
export const newest_of_each = (kinds: Kind[]): Kind[] => [
    ...new Map(kinds.map((each) => [each.name, each])).values(),
];

// What the kind as such is called, whatever version a plan has.
export const kind_title = (kinds: Kind[] | undefined, name: string): string =>
    newest_of_each(kinds ?? []).find((each) => each.name === name)?.title[locale] ?? name;
