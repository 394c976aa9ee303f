// Signs what a Mini App gets, with the library that others use: node sign.mjs TOKEN CHAT SECONDS
import { sign } from "@tma.js/init-data-node";

const [token, chat, seconds] = process.argv.slice(2);
const user = { id: Number(chat), first_name: "Anne", language_code: "nl" };
process.stdout.write(sign({ user, query_id: "AAHdF6IQAAAAAN0XohDhrOrc" }, token, new Date(Number(seconds) * 1000)));
