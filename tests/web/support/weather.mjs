// What the API answers in a picture of a page's states: nothing, not yet, a fault, or far too much.
const long =
  "Penguatan koordinasi lintas perangkat daerah, lembaga vertikal, dan forum masyarakat untuk " +
  "pencegahan konflik sosial berbasis lahan di seluruh kecamatan rawan";

// An item that is there once more, under another id and with the longest of names.
const another = (item, at, here) => ({
  ...item,
  ...(item.id && at >= here ? { id: `${item.id}${at}` } : {}),
  ...(item.title ? { title: `${long} (${at})` } : {}),
  ...(item.name ? { name: `${long} (${at})` } : {}),
});

export const weathers = {
  empty: (route) => route.fulfill({ json: { items: [], next: null } }),
  loading: () => undefined, // never answered
  error: (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "Kesalahan pada layanan",
        status: 500,
        detail: "Kesalahan ini tercatat; coba lagi sebentar lagi.",
        code: "internal",
      }),
    }),
  overfull: async (route) => {
    const answer = await route.fetch();
    const json = await answer.json();
    if (json.items?.length)
      json.items = Array.from({ length: 60 }, (_, at) =>
        another(json.items[at % json.items.length], at, json.items.length),
      );
    await route.fulfill({ response: answer, json });
  },
};

// Follows a link inside the app, so that the page asks the API and not its shell.
export async function walk_to(page, address) {
  await page.evaluate((href) => {
    const link = document.createElement("a");
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}
