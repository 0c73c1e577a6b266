import { guardDoor } from "./acts/door";
import { endCrowd, endOne } from "./acts/end-session";
import { register } from "./acts/register";
import { prove, squatter } from "./acts/take-over";
import type { Part } from "./story";

const minute = 60_000;
let numbered = 0;

/** Another process of the same person. */
const process = (person: string) => `${person}#${(numbered += 1)}`;

/** The parts that stories are made of, each with a process of its own. */
export const parts = {
  demote: (): Part => ({
    name: process("root"),
    act: (story, name) => story.change(name, "target", { role: "User" }),
  }),
  promoteSelf: (): Part => ({
    name: process("target"),
    act: (story, name) => story.change(name, "target", { role: "Admin" }),
  }),
  enableSelf: (): Part => ({
    name: process("target"),
    act: (story, name) => story.change(name, "target", { disabled: false }),
  }),
  promote: (): Part => ({
    name: process("boss"),
    act: (story, name) => story.change(name, "target", { role: "Admin" }),
  }),
  disable: (): Part => ({
    name: process("root"),
    act: (story, name) => story.change(name, "target", { disabled: true }),
  }),
  enable: (): Part => ({
    name: process("boss"),
    act: (story, name) => story.change(name, "target", { disabled: false }),
  }),
  demoteActor: (): Part => ({
    name: process("target"),
    act: (story, name) => story.change(name, "root", { role: "User" }),
  }),
  demoteBoss: (): Part => ({
    name: process("root"),
    act: (story, name) => story.change(name, "boss", { role: "User" }),
  }),
  demoteRoot: (): Part => ({
    name: process("boss"),
    act: (story, name) => story.change(name, "root", { role: "User" }),
  }),
  rootStepsDown: (): Part => ({
    name: process("root"),
    act: (story, name) => story.change(name, "root", { role: "User" }),
  }),
  bossStepsDown: (): Part => ({
    name: process("boss"),
    act: (story, name) => story.change(name, "boss", { role: "User" }),
  }),
  remove: (): Part => ({
    name: process("root"),
    act: (story, name) => story.remove(name, "target"),
  }),
  revokeSelf: (): Part => ({
    name: process("target"),
    act: (story, name) => story.revoke(name, "target"),
  }),
  reset: (): Part => ({
    name: process("mail"),
    act: (story, name) => story.reset(name, "target"),
  }),
  thief: (): Part => ({
    name: process("thief"),
    async act(story, name) {
      for (let times = 0; times < 3; times += 1) {
        await story.signIn(name, "target");
        await story.passes(name, 1000);
      }
    },
  }),
  writeClaims: (): Part => ({
    name: process("console"),
    act: (story, name) => story.writeClaims(name, "target"),
  }),
  removeElsewhere: (): Part => ({
    name: process("console"),
    act: (story, name) => story.removeElsewhere(name, "target", 2),
  }),
  remake: (): Part => ({
    name: process("console"),
    act: (story, name) => story.removeElsewhere(name, "target", 2, true),
  }),
  disableElsewhere: (): Part => ({
    name: process("console"),
    act: (story, name) => story.disableElsewhere(name, "target", true),
  }),
  enableElsewhere: (): Part => ({
    name: process("console"),
    act: (story, name) => story.disableElsewhere(name, "target", false),
  }),
  visit: (): Part => ({
    name: process("visitor"),
    act: (story, name) => story.visit(name, "target", 2),
  }),
  moveBoss: (): Part => ({
    name: process("root"),
    act: (story, name) => story.changeAddress(name, "boss"),
  }),
  moveRoot: (): Part => ({
    name: process("boss"),
    act: (story, name) => story.changeAddress(name, "root"),
  }),
  moveTarget: (): Part => ({
    name: process("root"),
    act: (story, name) => story.changeAddress(name, "target"),
  }),
  endOne: (): Part => ({
    name: process("target"),
    act: (story, name) => endOne(story, name, "target"),
  }),
  endCrowd: (): Part => ({
    name: process("target"),
    act: (story, name) => endCrowd(story, name, "target"),
  }),
  register: (): Part => ({
    name: process("boss"),
    act: (story, name) => register(story, name),
  }),
  door: (): Part => ({
    name: process("door"),
    act: (story, name) => guardDoor(story, name, "target"),
  }),
  hourPasses: (): Part => ({
    name: process("time"),
    act: (story, name) => story.passes(name, 66 * minute),
  }),
  sweep: (): Part => ({
    name: process("sweeper"),
    act: (story, name) => story.sweep(name, "target", 2 * minute + 1),
  }),
  prove: (): Part => ({
    name: process("owner"),
    act: (story, name) => prove(story, name),
  }),
  squatter: (): Part => ({
    name: process("stranger"),
    act: (story, name) => squatter(story, name),
  }),
  sweepGuest: (): Part => ({
    name: process("sweeper"),
    act: (story, name) => story.sweep(name, "guest", 2 * minute + 1),
  }),
  sweepNewcomer: (): Part => ({
    name: process("sweeper"),
    act: (story, name) => story.sweep(name, "newcomer", 2 * minute + 1),
  }),
} as const;

export type PartName = keyof typeof parts;
