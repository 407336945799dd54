import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface CaughtMail {
  to: string;
  subject: string;
  text: string;
  /** Every address in the text. */
  links: string[];
}

export interface MailCatcher {
  url: string;
  /** The oldest mail to this address that was not asked for yet; waits for it. */
  nextMailTo(address: string): Promise<CaughtMail>;
  close(): Promise<void>;
}

const patience = 30_000;

/** A real SMTP server on this machine that keeps what it is given. */
export async function catchMails(): Promise<MailCatcher> {
  const kept: CaughtMail[] = [];
  const arrivals = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      simpleParser(stream).then(({ subject = "", text = "" }) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        kept.push({ to, subject, text, links: [...text.matchAll(/https?:\/\/[^\s<>)\]]+/g)].map(([link]) => link) });
        arrivals.emit("mail");
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async nextMailTo(address) {
      const signal = AbortSignal.timeout(patience);
      for (;;) {
        const at = kept.findIndex(({ to }) => to === address);
        const [mail] = at < 0 ? [] : kept.splice(at, 1);
        if (mail) return mail;
        await once(arrivals, "mail", { signal }).catch(() => {
          throw new Error(`No mail to ${address} came; waiting are: ${kept.map(({ to }) => to).join() || "none"}`);
        });
      }
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
