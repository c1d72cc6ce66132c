// Which page an address is, from the table that the server serves by; moving between pages without
// loading them anew; filters in the address.
import table from "../../pages.json";
import { use_told } from "../server/told";
import { plan_state } from "../words/names";

export interface Place {
    page: string;
    bundle: string; // the file that the page comes in
    parameters: Record<string, string>;
    query: URLSearchParams;
    path: string;
}

// What every page is drawn with.
export interface PageProperties {
    place: Place;
}

function matches(pattern: string, path: string): Record<string, string> | null {
    const wanted = pattern.split("/");
    const given = path.split("/");
    if (wanted.length !== given.length) return null;
    const out: Record<string, string> = {};
    for (let i = 0; i < wanted.length; ++i) {
        const slot = /^\{(\w+)\}$/.exec(wanted[i]!);
        if (slot) out[slot[1]!] = decodeURIComponent(given[i]!);
        else if (wanted[i] !== given[i]) return null;
    }
    return out;
}

export function place_of(address: string): Place | null {
    const url = new URL(address, location.origin);
    if (url.origin !== location.origin) return null;
    const path = url.pathname === "/" ? "/tugas" : url.pathname;
    for (const row of table) {
        const parameters = matches(row.path, path);
        if (parameters) return { ...row, parameters, query: url.searchParams, path };
    }
    return null;
}

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((each) => each());
addEventListener("popstate", tell);

export function go(address: string, options: { replace?: boolean } = {}) {
    if (!place_of(address)) {
        location.assign(address);
        return;
    }
    if (options.replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    tell();
}

// Links stay links: opened in a new tab, copied, and followed here without a new load.
document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || !place_of(link.href)) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.href);
});

export const use_place = (): Place | null => place_of(use_told(listeners, () => location.href));

// One filter of the page, kept in its address. Empty removes it.
export function set_query(changes: Record<string, string | null>) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(changes))
        if (value) url.searchParams.set(name, value);
        else url.searchParams.delete(name);
    go(url.pathname + url.search, { replace: true });
}

// Where an item of the inbox or of a mail is worked on.
export function address_of(item: {
    resource: string;
    id: string;
    plan?: string | null;
    state?: string;
}): string {
    switch (item.resource) {
        case "targets":
            return `/capaian/${item.id}`;
        case "reviews":
            return `/rencana/${item.plan}/tinjauan?telaahan=${item.id}`;
        case "approvals":
            return `/rencana/${item.plan}/persetujuan?persetujuan=${item.id}`;
        case "reports":
            return `/laporan/${item.id}`;
        case "plans":
            // What an agency asked for is answered where it stands.
            if (item.state === plan_state.agency_review) return `/rencana/${item.id}/tinjauan`;
            return `/rencana/${item.id}`;
        default:
            return `/rencana/${item.id}`;
    }
}
