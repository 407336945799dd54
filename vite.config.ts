import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  // A font file inlined into the stylesheet would be refused by font-src 'self' and never cached on its own.
  build: { assetsInlineLimit: 0, sourcemap: false, target: "es2022" },
  ssr: { noExternal: ["@fontsource/be-vietnam-pro"] },
});
