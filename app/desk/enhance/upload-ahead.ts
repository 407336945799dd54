import { type DetailedError, Upload } from "tus-js-client";

export type UploadState = "sending" | "continuing" | "waiting" | "done" | "signedOut" | "failed";
export type UploadOutcome = { state: "done"; id: string } | { state: "signedOut" | "failed" | "cancelled" };

export interface FileUpload {
  /** Sends what is not there yet; ends only when the file has arrived, cannot, or is no longer wanted. */
  run(): Promise<UploadOutcome>;
  cancel(): void;
}

const retryDelays = [0, 1_000, 3_000, 5_000];
const offlineMilliseconds = 10_000;

/** A file on its way to the portal, which goes on by itself after the connection was lost, also on another day's page. */
export function uploadAhead(
  file: File,
  endpoint: string,
  show: (state: UploadState, share: number) => void,
): FileUpload {
  let share = 0;
  let cancelled = false;
  let wake: (() => void) | undefined;
  let finish: (error?: Error) => void = () => {};

  const upload = new Upload(file, {
    endpoint,
    retryDelays,
    metadata: { filename: file.name },
    removeFingerprintOnSuccess: true,
    // The library's own rule gives up while the browser says that it is offline.
    onShouldRetry: (error) => {
      const passing = isPassing(statusOf(error));
      if (passing) show("waiting", share);
      return passing;
    },
    onProgress: (sent, size) => {
      share = size === 0 ? 1 : sent / size;
      show("sending", share);
    },
    onSuccess: () => finish(),
    onError: (error) => finish(error),
  });

  const attempt = () =>
    new Promise<Error | undefined>((resolve) => {
      finish = resolve;
      upload.start();
    });

  /** Until the connection is back, or it is time to see whether it is. */
  const connection = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      addEventListener("online", () => resolve(), { once: true });
      setTimeout(resolve, offlineMilliseconds);
    });

  return {
    async run() {
      const [former] = await upload.findPreviousUploads();
      if (former) upload.resumeFromPreviousUpload(former);
      show(former ? "continuing" : "sending", share);
      while (!cancelled) {
        const error = await attempt();
        if (cancelled) break;
        if (!error) {
          show("done", 1);
          return { state: "done", id: (upload.url ?? "").split("/").at(-1) ?? "" };
        }
        const status = statusOf(error);
        if (!isPassing(status)) {
          const state = status === 401 ? "signedOut" : "failed";
          show(state, share);
          return { state };
        }
        show("waiting", share);
        await connection();
      }
      return { state: "cancelled" };
    },
    cancel() {
      cancelled = true;
      wake?.();
      finish();
      void upload.abort(true).catch(() => {});
    },
  };
}

/** The status of the portal's answer; 0 when there was none, and 400 when the file itself cannot be read. */
function statusOf(error: Error): number {
  const { originalRequest, originalResponse } = error as Partial<DetailedError>;
  return originalRequest ? (originalResponse?.getStatus() ?? 0) : 400;
}

/** No answer, a busy upload, a portal that is restarting: worth another try. */
const isPassing = (status: number): boolean => status === 0 || status === 409 || status === 423 || status >= 500;
