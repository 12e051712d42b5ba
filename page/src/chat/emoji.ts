/** Names and signs of common emoji, as people write them between colons. */
const TABLE =
  'grinning😀 smiley😃 smile😄 grin😁 laughing😆 sweat_smile😅 rofl🤣 joy😂 slight_smile🙂 upside_down🙃 melting🫠 wink😉 blush😊 innocent😇 hearts_face🥰 heart_eyes😍 star_struck🤩 kissing_heart😘 kissing😗 yum😋 tongue😛 stuck_out😜 zany🤪 money_mouth🤑 hugging🤗 hand_over_mouth🤭 shush🤫 thinking🤔 salute🫡 zipper🤐 raised_eyebrow🤨 neutral😐 expressionless😑 no_mouth😶 smirk😏 unamused😒 roll_eyes🙄 grimacing😬 exhale😮‍💨 lying🤥 relieved😌 pensive😔 sleepy😪 drool🤤 sleeping😴 mask😷 sick🤒 bandage🤕 nauseated🤢 vomiting🤮 sneezing🤧 hot🥵 cold🥶 woozy🥴 dizzy_face😵 exploding🤯 cowboy🤠 partying🥳 disguised🥸 cool😎 nerd🤓 monocle🧐 confused😕 worried😟 frowning🙁 open_mouth😮 hushed😯 astonished😲 flushed😳 pleading🥺 anguished😧 fearful😨 cold_sweat😰 cry😢 sob😭 scream😱 confounded😖 persevere😣 disappointed😞 sweat😓 weary😩 tired😫 yawning🥱 triumph😤 rage😡 angry😠 cursing🤬 imp😈 skull💀 poop💩 clown🤡 ghost👻 alien👽 robot🤖 cat_smile😺 cat_joy😹 cat_love😻 see_no_evil🙈 hear_no_evil🙉 speak_no_evil🙊 ' +
  'wave👋 raised_hand✋ vulcan🖖 ok_hand👌 pinched🤌 pinching🤏 v✌️ crossed_fingers🤞 love_you🤟 metal🤘 call_me🤙 point_left👈 point_right👉 point_up👆 point_down👇 thumbsup👍 +1👍 thumbsdown👎 -1👎 fist✊ punch👊 clap👏 raised_hands🙌 heart_hands🫶 open_hands👐 handshake🤝 pray🙏 writing✍️ muscle💪 ear👂 eyes👀 eye👁️ brain🧠 tooth🦷 baby👶 child🧒 man👨 woman👩 older_man👴 older_woman👵 shrug🤷 facepalm🤦 bow🙇 tipping💁 raising_hand🙋 running🏃 dancer💃 walking🚶 family👪 ninja🥷 superhero🦸 mage🧙 technologist🧑‍💻 ' +
  'heart❤️ orange_heart🧡 yellow_heart💛 green_heart💚 blue_heart💙 purple_heart💜 black_heart🖤 white_heart🤍 broken_heart💔 two_hearts💕 sparkling_heart💖 heartbeat💓 cupid💘 kiss💋 100💯 anger💢 boom💥 dizzy💫 sweat_drops💦 dash💨 bomb💣 speech💬 thought💭 zzz💤 ' +
  'dog🐶 cat🐱 mouse🐭 hamster🐹 rabbit🐰 fox🦊 bear🐻 panda🐼 koala🐨 tiger🐯 lion🦁 cow🐮 pig🐷 frog🐸 monkey🐵 chicken🐔 penguin🐧 bird🐦 duck🦆 eagle🦅 owl🦉 wolf🐺 horse🐴 unicorn🦄 bee🐝 bug🐛 butterfly🦋 snail🐌 ant🐜 spider🕷️ turtle🐢 snake🐍 octopus🐙 crab🦀 fish🐟 dolphin🐬 whale🐳 shark🦈 crocodile🐊 elephant🐘 goat🐐 camel🐪 hedgehog🦔 bat🦇 dragon🐉 ' +
  'cactus🌵 christmas_tree🎄 tree🌳 palm🌴 seedling🌱 herb🌿 shamrock☘️ clover🍀 maple🍁 leaves🍃 mushroom🍄 rose🌹 tulip🌷 sunflower🌻 blossom🌼 cherry_blossom🌸 bouquet💐 earth🌍 moon🌙 full_moon🌕 star⭐ star2🌟 sparkles✨ zap⚡ fire🔥 rainbow🌈 sunny☀️ cloud☁️ rain🌧️ snowflake❄️ snowman⛄ umbrella☔ ocean🌊 droplet💧 ' +
  'apple🍎 pear🍐 orange🍊 lemon🍋 banana🍌 watermelon🍉 grapes🍇 strawberry🍓 cherries🍒 peach🍑 pineapple🍍 coconut🥥 tomato🍅 avocado🥑 carrot🥕 corn🌽 pepper🌶️ potato🥔 garlic🧄 onion🧅 bread🍞 croissant🥐 cheese🧀 egg🥚 bacon🥓 pancakes🥞 burger🍔 fries🍟 pizza🍕 hotdog🌭 taco🌮 salad🥗 spaghetti🍝 ramen🍜 soup🍲 sushi🍣 dumpling🥟 rice🍚 icecream🍨 doughnut🍩 cookie🍪 birthday🎂 cake🍰 pie🥧 chocolate🍫 candy🍬 honey🍯 popcorn🍿 milk🥛 coffee☕ tea🍵 wine🍷 beer🍺 beers🍻 champagne🍾 cocktail🍸 clinking🥂 mate🧉 ice🧊 samovar🫖 ' +
  'soccer⚽ basketball🏀 tennis🎾 dart🎯 chess♟️ video_game🎮 dice🎲 puzzle🧩 guitar🎸 piano🎹 trumpet🎺 violin🎻 drum🥁 microphone🎤 headphones🎧 art🎨 clapper🎬 trophy🏆 medal🏅 gold🥇 silver🥈 bronze🥉 ticket🎫 car🚗 taxi🚕 bus🚌 train🚆 bike🚲 airplane✈️ rocket🚀 ufo🛸 ship🚢 anchor⚓ construction🚧 house🏠 office🏢 hospital🏥 school🏫 castle🏰 church⛪ tent⛺ mountain⛰️ beach🏖️ map🗺️ ' +
  'watch⌚ phone📱 computer💻 keyboard⌨️ printer🖨️ floppy💾 camera📷 tv📺 radio📻 bulb💡 flashlight🔦 book📖 books📚 newspaper📰 bookmark🔖 money💰 dollar💵 credit_card💳 email📧 inbox📥 outbox📤 package📦 mailbox📬 pencil✏️ memo📝 briefcase💼 folder📁 calendar📅 chart📈 chart_down📉 bar_chart📊 clipboard📋 pushpin📌 paperclip📎 ruler📏 scissors✂️ lock🔒 unlock🔓 key🔑 hammer🔨 axe🪓 wrench🔧 gear⚙️ link🔗 magnet🧲 microscope🔬 telescope🔭 satellite📡 syringe💉 pill💊 door🚪 bed🛏️ shower🚿 soap🧼 broom🧹 basket🧺 hourglass⌛ alarm⏰ stopwatch⏱️ bell🔔 no_bell🔕 loudspeaker📢 gift🎁 balloon🎈 tada🎉 confetti🎊 ribbon🎀 ' +
  'check✅ x❌ question❓ exclamation❗ warning⚠️ no_entry⛔ stop🛑 recycle♻️ infinity♾️ plus➕ minus➖ arrow_up⬆️ arrow_down⬇️ arrow_left⬅️ arrow_right➡️ refresh🔄 new🆕 free🆓 ok🆗 sos🆘 cool_sign🆒 red_circle🔴 green_circle🟢 blue_circle🔵 white_flag🏳️ checkered_flag🏁 pirate🏴‍☠️ rainbow_flag🏳️‍🌈';

export interface Emoji {
  readonly name: string;
  readonly sign: string;
}

export const EMOJI: readonly Emoji[] = TABLE.split(' ').flatMap((entry) => {
  const match = /^([a-z0-9_+-]+)(.+)$/.exec(entry);
  return match?.[1] && match[2] ? [{ name: match[1], sign: match[2] }] : entry.startsWith('100') ? [{ name: '100', sign: '💯' }] : [];
});

/** What one reaches with a click. */
export const QUICK: readonly string[] = ['👍', '❤️', '😂', '🎉', '😮', '😢'];

/** Emoji whose name has the words: the one of that name first, then those that begin with them. */
export function findEmoji(words: string, limit: number): Emoji[] {
  const part = words.toLowerCase();
  const begin = EMOJI.filter((emoji) => emoji.name.startsWith(part));
  const within = EMOJI.filter((emoji) => !emoji.name.startsWith(part) && emoji.name.includes(part));
  return [...begin.filter((emoji) => emoji.name === part), ...begin.filter((emoji) => emoji.name !== part), ...within].slice(0, limit);
}

/** Replaces `:name:` where it is a whole word and a name that there is. */
export function withEmoji(text: string): string {
  return text.replace(/(?<![\w`]):([a-z0-9_+-]+):(?!\w)/g, (all, name: string) => EMOJI.find((emoji) => emoji.name === name)?.sign ?? all);
}
