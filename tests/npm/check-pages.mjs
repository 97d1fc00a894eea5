// check-pages.mjs FOLDER — html-validate on every page of a published folder.
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import fs from "node:fs";
import path from "node:path";

const loader = new FileSystemConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
        "long-title": "off", // titles are those of projects
        "require-sri": "off", // all files are of this site
        "no-trailing-whitespace": "off",
    },
});
const validator = new HtmlValidate(loader);
const folder = path.resolve(process.argv[2]);
let pages = 0, wrong = 0;
for (const entry of fs.readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith(".html"))
        continue;
    pages++;
    const report = await validator.validateFile(path.join(folder, entry));
    for (const result of report.results)
        for (const message of result.messages)
            if (wrong++ < 20)
                console.log(`${entry}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
}
console.log(`${pages} pages, ${wrong} faults`);
process.exit(wrong || !pages ? 1 : 0);
