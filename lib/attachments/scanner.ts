import "server-only";

import { connect, type Socket } from "node:net";

import type { ScanState } from "@/lib/attachments/labels";

const patience = 20_000;
const chunkSize = 65_536;

/** "host:port", or the path of a socket. */
function reach(address: string): Socket {
  if (address.startsWith("/")) return connect(address);
  const [host = "", port = ""] = address.split(/:(?=\d+$)/);
  return connect(Number(port), host);
}

function ask(socket: Socket, bytes: Buffer): void {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const chunk = bytes.subarray(at, at + chunkSize);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}

/**
 * Asks a ClamAV scanner. Nothing but its own "OK" is clean: whatever else happens, silence
 * included, the file stays held. Without a scanner a file is not scanned, and says so.
 */
export function scan(bytes: Buffer, address: string | undefined): Promise<ScanState> {
  if (!address) return Promise.resolve("not_scanned");
  return new Promise((resolve) => {
    const socket = reach(address);
    let reply = "";
    const finish = (state: ScanState) => {
      socket.destroy();
      resolve(state);
    };
    socket.setTimeout(patience, () => finish("held"));
    socket.on("error", () => finish("held"));
    socket.on("data", (part) => {
      reply += part.toString("latin1");
      if (reply.length > 1_000) finish("held");
    });
    socket.on("end", () => finish(verdictOf(reply)));
    socket.on("connect", () => ask(socket, bytes));
  });
}

function verdictOf(reply: string): ScanState {
  if (/^stream: OK\0?\s*$/.test(reply)) return "clean";
  return /^stream: .* FOUND\0?\s*$/.test(reply) ? "infected" : "held";
}
