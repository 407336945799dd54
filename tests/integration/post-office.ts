import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface PostOffice {
  url: string;
  port: number;
  received: ParsedMail[];
  close(): Promise<void>;
}

export interface Conduct {
  port?: number;
  /** Every recipient is refused with this reply. */
  refuseWith?: number;
  /** Before a recipient is answered. */
  onRecipient?: () => void;
  /** When a mail has come in whole and is kept, before the server says so; "hang-up" says nothing and closes the line. */
  onKept?: () => "hang-up" | undefined;
}

/** A real SMTP server on this machine that keeps what it is given. */
export async function openPostOffice({ port = 0, refuseWith, onRecipient, onKept }: Conduct = {}): Promise<PostOffice> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, callback) => {
      onRecipient?.();
      callback(refuseWith ? Object.assign(new Error(`${address} unknown`), { responseCode: refuseWith }) : undefined);
    },
    onData: (stream, session, callback) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        if (onKept?.() === "hang-up") {
          const lines = [...server.connections] as unknown as { id: string; _socket: { destroy(): void } }[];
          lines.find(({ id }) => id === session.id)?._socket.destroy();
        } else callback();
      }, callback);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: opened } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${opened}`,
    port: opened,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
