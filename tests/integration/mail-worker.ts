import "~/messages";
import { startWorker } from "~/platform/jobs/worker.server";
import { sendMailTask } from "~/platform/mail/send-mail.server";

// A worker process of its own that sends mails as the portal's does, to be killed at any moment.
const settings = { smtpUrl: process.env.SMTP_URL, from: "Lên Sàn <khong-tra-loi@lensan.test>" };
await startWorker({ "send-mail": sendMailTask(() => settings) });
process.send?.("working");
