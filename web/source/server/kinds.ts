// What the kinds of plans are called; read once, for they do not change while one works.
import type { Shapes } from "../words/first";
import { locale } from "../words/first";
import { use_list, type Reading } from "./reading";

export type Kind = Shapes["kind"];

export const use_kinds = (): Reading<Kind[]> => use_list<Kind>("kinds?limit=200");

export const kind_title = (kinds: Kind[] | undefined, name: string): string =>
    kinds?.find((each) => each.name === name)?.title[locale] ?? name;
