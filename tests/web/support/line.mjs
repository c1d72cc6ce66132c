// A line between the browser and the server that breaks where a test wants it: a TCP proxy that
// counts the bytes of certain requests, uploads unless said otherwise, and cuts the connection of
// one at the chosen place.
import { connect, createServer } from "node:net";

const begins_upload = /^POST \S+\/(evidence|documents) HTTP/;

export class Line {
  #cuts = [];
  #always = null;
  attempts = 0;
  #sockets = new Set();

  static async to(base, begins = begins_upload) {
    const line = new Line();
    line.begins = begins;
    const { port } = new URL(base);
    line.server = createServer((browser) => line.#carry(browser, port));
    await new Promise((done) => line.server.listen(0, "127.0.0.1", done));
    line.server.unref(); // a test that failed does not wait for it
    line.base = `http://127.0.0.1:${line.server.address().port}`;
    return line;
  }

  // The next of them break, each at its place; those after them pass. A place is { sent } or
  // { answer }: so many bytes of the request or of its answer get through. The browser itself sends
  // anew what broke on a connection that had been used before.
  cut_at(...places) {
    this.#cuts = places;
    this.#always = null;
    this.attempts = 0;
  }

  // Every one breaks, until cut_at() says otherwise.
  cut_always(place) {
    this.cut_at();
    this.#always = place;
  }

  #carry(browser, port) {
    const server = connect(port, "127.0.0.1");
    let place = null;
    let sent = 0;
    const hang_up = () => {
      browser.destroy();
      server.destroy();
    };
    for (const socket of [browser, server]) {
      this.#sockets.add(socket);
      socket.on("error", hang_up);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        hang_up();
      });
    }
    browser.on("data", (bytes) => {
      if (this.begins.test(bytes.subarray(0, 200).toString("latin1"))) {
        ++this.attempts;
        place = this.#cuts.shift() ?? this.#always;
        sent = 0;
      }
      const left = place && "sent" in place ? place.sent - sent : Infinity;
      sent += bytes.length;
      if (left > bytes.length) return void server.write(bytes);
      server.write(bytes.subarray(0, left), hang_up);
    });
    server.on("data", (bytes) => {
      if (place && "answer" in place)
        browser.write(bytes.subarray(0, place.answer), hang_up);
      else browser.write(bytes);
    });
  }

  async end() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}
