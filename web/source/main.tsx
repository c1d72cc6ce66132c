// The start: finds the page of the address, loads what draws it, and draws it inside the frame. What
// one lands on comes with it.
import { render, type FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame } from "./frame/frame";
import Inbox from "./inbox/inbox";
import Item from "./inbox/item";
import { count_move, Empty, Loading } from "./parts/basics";
import { place_of, use_place, type PageProperties, type Place } from "./parts/route";
import "./shared";
import { me } from "./words/first";
import { words } from "./words/words";

const say = words({
    id: {
        failed: "Halaman ini tidak dapat dimuat. Periksa sambungan, lalu muat ulang.",
        reload: "Muat ulang",
        missing: "Halaman tidak ditemukan.",
    },
    en: {
        failed: "This page cannot be loaded. Check the connection, then reload.",
        reload: "Reload",
        missing: "Page not found.",
    },
});

type Page = FunctionComponent<PageProperties>;
type Loader = () => Promise<Record<string, Page>>;

// Pages that one visits together come as one file; web/pages.json says which.
const bundles: Record<string, Loader> = {
    plans: () => import("./bundles/plans"),
    matrix: () => import("./bundles/matrix"),
    targets: () => import("./bundles/targets"),
    oversight: () => import("./bundles/oversight"),
    settings: () => import("./bundles/settings"),
};

const loaded = new Map<string, Page>(Object.entries({ inbox: Inbox, item: Item }));

async function load({ page, bundle }: Place) {
    if (loaded.has(page)) return;
    for (const [name, made] of Object.entries(await bundles[bundle]!())) loaded.set(name, made);
}

function Shown(asked: { place: Place }) {
    const name = asked.place.page;
    const [, redraw] = useState(0);
    const [has_failed, fail] = useState(false);
    useEffect(() => {
        fail(false);
        if (loaded.has(name)) return;
        load(asked.place).then(
            () => redraw((count) => count + 1),
            () => fail(true),
        );
    }, [name]);
    const Drawn = loaded.get(name);
    if (Drawn) return <Drawn key={asked.place.path} place={asked.place} />;
    if (has_failed)
        return (
            <Empty>
                <p>{say.failed}</p>
                <button type="button" onClick={() => location.reload()}>
                    {say.reload}
                </button>
            </Empty>
        );
    return <Loading />;
}

function App() {
    const place = use_place();
    const [path, move] = useState(place?.path);
    if (place && place.path !== path) {
        count_move();
        move(place.path);
    }
    if (!place) return <Empty>{say.missing}</Empty>;
    return (
        <Frame path={place.path}>
            <Shown place={place} />
        </Frame>
    );
}

// Drawn once, with the page: a frame that is filled later costs a slow phone a second painting.
async function begin(root: HTMLElement) {
    const place = place_of(location.href);
    if (place) await load(place).catch(() => undefined);
    render(<App />, root);
}

const root = document.getElementById("app");
if (root && me) void begin(root);
