// The address that mails carry: finds out where the item is worked on, and goes there.
import { useEffect } from "preact/hooks";
import { Read } from "../parts/basics";
import { address_of, go, type PageProperties } from "../parts/route";
import { use_one } from "../server/reading";

export default function Item({ place }: PageProperties) {
    const { resource, id } = place.parameters as { resource: string; id: string };
    const item = use_one<{ plan?: string }>(`${resource}/${id}`);
    useEffect(() => {
        if (item.data) go(address_of({ resource, id, plan: item.data.plan }), { replace: true });
    }, [item.data]);
    return <Read from={item}>{() => null}</Read>;
}
