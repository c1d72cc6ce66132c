// Contact sheets: many small pictures of pages in one, each with its name.

// `pictures` are { name, image } with JPEG bytes; `width` is that of one of them on the sheet.
export async function sheet(browser, path, pictures, { columns, width }) {
  const context = await browser.chromium.newContext({
    viewport: { width: columns * (width + 16) + 16, height: 400 },
  });
  const page = await context.newPage();
  const figures = pictures.map(
    ({ name, image }) =>
      `<figure><figcaption>${name}</figcaption>` +
      `<img src="data:image/jpeg;base64,${image.toString("base64")}"></figure>`,
  );
  await page.setContent(
    `<!doctype html><style>
      body { margin: 8px; background: #d8dde3; font: 13px sans-serif; display: grid;
             grid-template-columns: repeat(${columns}, ${width + 16}px); }
      figure { margin: 8px; }
      figcaption { white-space: nowrap; overflow: hidden; padding-bottom: 2px; }
      img { display: block; width: ${width}px; border: 1px solid #8a94a0; }
    </style>${figures.join("")}`,
  );
  await page.waitForFunction(() =>
    [...document.images].every((each) => each.complete),
  );
  await page.screenshot({ path, type: "jpeg", quality: 55, fullPage: true });
  await context.close();
}
