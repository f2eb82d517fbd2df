import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

type Answer = (message: string) => Promise<Error | undefined>;

/** A mail server that keeps what it is sent, and answers as the test says. */
export async function aMailServer(answer: Answer = async () => undefined) {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      void text(stream).then(async (message) => {
        received.push(message);
        done(await answer(message));
      });
    },
  });
  server.on("error", () => undefined); // a worker that was killed leaves without saying goodbye
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

export const messageIdIn = (message: string): string | undefined =>
  /^message-id: (.*)$/im.exec(message)?.[1]?.trim();
