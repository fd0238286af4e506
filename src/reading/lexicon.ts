/** Word lists that tell organisations from people, places and plain words. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that, inside a capitalised name, make it an organisation. */
export const nameWords = set(`
ai labs lab systems technologies technology semiconductor semiconductors compute computing cloud capital partners ventures holdings group bank fund funds networks network digital energy power infrastructure
robotics data datacenters datacentres intelligence inference silicon photonics microelectronics micro electronics devices motors media software analytics research institute university ministry mission treasury agency authority
corporation company foundation trust insurance securities equity growth investments investment investors management advisors credit finance financial centers centres hosting mining telecom telekom communications
materials quantum hyperscale services solutions industries enterprises pharma biosciences airlines railways steel chips optics memory storage grid pension wealth foundry foundries realty properties works dynamics electric electricity utilities accelerators brothers associates estates developers engineering graphics processors interconnect datacenter datacentre instruments logistics superconducting superconductors super superannuation`);

/** Nouns that stand for an organisation: "the start-up", "a chipmaker". */
export const organisationNouns: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    company: [],
    firm: [],
    group: [],
    business: [],
    startup: ["lab", "neocloud", "chipmaker", "enterprise", "unknown"],
    unicorn: [],
    concern: [],
    outfit: [],
    enterprise: [],
    corporation: [],
    conglomerate: [],
    venture: [],
    issuer: [],
    registrant: [],
    borrower: [],
    tenant: [],
    landlord: [],
    customer: [],
    upstart: [],
    giant: [],
    newcomer: [],
    rival: [],
    target: [],
    seller: [],
    buyer: [],
    supplier: [],
    vendor: [],
    partner: [],
    peer: [],
    subsidiary: [],
    unit: [],
    arm: [],
    parent: [],
    competitor: [],
    lab: ["lab", "unknown"],
    laboratory: ["lab", "unknown"],
    chipmaker: ["chipmaker", "foundry", "memory", "unknown"],
    chipdesigner: ["chipmaker", "unknown"],
    foundry: ["foundry", "chipmaker", "unknown"],
    designer: ["chipmaker", "unknown"],
    hyperscaler: ["cloud"],
    cloud: ["cloud", "neocloud", "unknown"],
    neocloud: ["neocloud", "unknown"],
    miner: ["neocloud", "datacenter", "unknown"],
    provider: ["cloud", "neocloud", "datacenter", "unknown"],
    operator: ["datacenter", "neocloud", "cloud", "unknown"],
    developer: ["lab", "datacenter", "unknown"],
    maker: [],
    manufacturer: [],
    retailer: ["cloud"],
    bank: ["bank"],
    lender: ["bank", "investor", "unknown"],
    fund: ["investor", "sovereign-fund", "unknown"],
    investor: ["investor", "sovereign-fund", "bank", "unknown"],
    insurer: [],
    utility: ["energy", "unknown"],
    carmaker: [],
    telecoms: [],
    publisher: [],
    consortium: [],
    ministry: ["government"],
    mission: [],
    agency: [],
    government: ["government"],
    carrier: [],
    institute: [],
    contractor: [],
    broker: [],
    house: [],
    shop: [],
    platform: ["neocloud", "cloud", "lab", "unknown"],
    host: ["neocloud", "datacenter", "unknown"],
    studio: [],
  }),
);

/** Words that stand before or behind a person's name. */
export const personTitles =
  set(`mr mrs ms dr sir prof professor ceo cfo cto coo chairman chairwoman president founder co-founder analyst spokesman spokeswoman spokesperson minister senator director partner economist secretary officer manager executive
 chief boss head analyst host editor strategist engineer operator author`);

/** First names of people. */
export const firstNames = set(`
adam ahmed alan alex alexander alice amit amy ana andrea andrew andy angela anil anita anna anne anthony arjun arthur ben benjamin bernard beth bill bob brad brian bruce carl carla carlos caroline catherine charles charlie charlotte chris christian christine
claire clara colin dale dan dana daniel daniela dario dave david deborah demis dennis derek diana dieter don donald dorothy doug duncan edward eero elena elizabeth ella ellen elon emily emma eric erik eva evan felix fiona frank fred gary george georgia gerald gina graham
grace greg gustav hannah hans harold harry heather heidi helen helena henrik henry hiroshi hugh ian ines ingrid irene isabel ivan jack jacob james jamie jan jane janet jason jean jeff jennifer jensen jeremy jerome jessica jim joan joanna joe joel john jon jonas jonathan joost jordan jose joseph josh julia julian julie juno
karen karl kate katherine kathleen keith kelly ken kenneth kevin kwame lars laura lauren leo leon leonard liam linda lisa liz louis louise lucas lucy luis luke maaike magnus marc marco marcus maria marie marina mario mark marta martin mary masayoshi matt matthew max maya megan mei michael michel michelle mike mira mohammed monica
nadia naomi natalie nathan neil nick nicola nicole nikhil nina noah nora oliver olivia omar oscar pablo pat patricia patrick paul pedro peter phil philip pierre piotr priya rachel rahul raj ralph ravi raymond rebecca ricardo richard rick rita rob robert robin roger ronald rosa ross roy ruth ryan sally sam samantha samuel sandra sara sarah satya scott sean
sergei sharon sheila simon sofia sophie stefan stella stephen steve steven stuart sue sunil susan sven tanya ted teresa terry theo thomas tim tom tomas tony travis ulrich ursula valerie vera victor vikram vincent walter wei wendy will william xavier yuki yusuf zoe ragnhild atsuyoshi tilda anjali deepa rohan sanjay suresh kavita meera lena jochen klaus matthias petra anders bjorn astrid freya gareth nigel rupert alastair hamish imogen`);

/** Words of the names of places. */
export const places = set(`
africa albania alabama alaska amarillo america amsterdam andhra arabia arizona arkansas asia athens atlanta austin australia austria bahrain bangalore bangkok barcelona bavaria beijing belgium bengaluru bergen berlin boston brazil brazilian britain brussels budapest california cambridge canada
chennai chicago chile china cleveland colombia colorado connecticut copenhagen dakota dallas davos delaware delhi denmark denver detroit doha dresden dubai dublin edinburgh egypt ellendale england essex estonia eu europe finland florida france frankfurt geneva genk georgia germany glasgow greece grenoble gulf guangdong hamburg hamina
helsinki hokkaido holland hong houston hyderabad iceland idaho illinois india indiana indonesia iowa iran iraq ireland israel istanbul italy jakarta japan jersey johor kajaani kansas karnataka kentucky kenya kingdom kong korea kuwait kyoto lagos leeds leuven lisbon liverpool london loughton louisiana louisville lyon madrid maharashtra maine malaysia malmo manchester manhattan maryland massachusetts melbourne memphis
mexico miami michigan milan minnesota mississippi missouri montana montreal moscow mumbai munich narvik navi nebraska netherlands nevada norway nordics ohio oklahoma omaha ontario oregon oslo ottawa oxford panhandle paris pennsylvania penang philippines phoenix poland porto portugal prague pune qatar quebec reading reykjavik riyadh rotterdam saline san francisco diego jose
saudi scandinavia scotland seattle seoul shanghai shenzhen silicon singapore slovakia slovenia spain stockholm stuttgart sweden swiss switzerland sydney taipei taiwan teesside tel aviv tennessee texas thames thailand tokyo toronto tromso tunisia turkey turin uae uk ukraine usa us utah utrecht vancouver vennesla vienna vietnam virginia wales warsaw washington wisconsin wyoming york zealand zurich emirates abu dhabi redmond
menlo cupertino valley wall bridge hall street`);

/** Words that tell where something is from. */
export const adjectivesOfPlace = set(`
american british canadian chinese danish dutch emirati english european finnish french german indian irish israeli italian japanese korean nordic norwegian russian saudi scottish spanish swedish swiss taiwanese turkish welsh asian african californian texan brazilian austrian belgian portuguese polish australian greek icelandic
london-based paris-based qatari kuwaiti singaporean malaysian vietnamese thai scandinavian baltic iberian bavarian parisian`);

/** Capitalised words that begin sentences or stand in titles and are no names. */
export const plainWords = set(`
a about above according across add after again against ahead all almost along already also although always am among an analysts and announcing another any anyone anything apart are around article as asked assuming at average bank banks based be because been before behind being below beneath beside besides best better between beyond big bigger board both bottom briefly but buy buyers by
call can capacity capital cash chief chips choice clearly commitments companies company compute concentration continued contract contracts corrected correction could creditors critics current currently customers data date deal deals debt december demand despite details disclosure does down due during each earlier early earnings either elsewhere energy equity even every everybody everyone everything exactly except exhibit expect expected facts far few final finally financing first
five for forget former forty four fourth friday from full further given good governance great growth had half has have having he headlines her here high higher highlights his history hold how however i if important in income inside instead interest into investors is it item its january join just key last lastly late later latest least leases lenders less let leverage like liquidity list long look losses low lower
main majority making management many march margins market markets may maybe meanwhile members middle more moreover most much must my near nearly neither net never nevertheless new news next nine no nobody none nor not note notes nothing november now number numbers october odd of off officials often oh on once one only operating or orders other others our out outlook over overall owners own page part parties partly past people per perhaps please point points power present press previously price pricing prices private product products profit public quarter question quarterly quick
rating read reason recent related remember report reported reporting reports rest results retail revenue revenues right rights risk risks rivals round rumours sales same saturday second section securities see seen sellers senior separately september seven several shall share shareholders shareholder shares she short should signing simply since six small so some somebody someone something soon sources spending staff stake stakes state still stock strategy such summary sunday suppliers supply support sure
take talks team ten term terms than thank thanks that the their them then there thereafter therefore these they thing things third this those though three through thursday thus time title to today together tomorrow tonight too top total trade traders tuesday turning twice two under unless unlike until up update upon us use valuation value vendors very via was watch wednesday we week well were what when whenever where whereas whether which while who whole whose why will with within without workers worth would yes yesterday yet you your
announcement background briefing bulletin business businesses chart closing comment company's conclusion contents context correspondent edit editor's editorial executive figure figures finance five-year focus forecast form funding guide guidance headline industry infrastructure insight insights interview introduction invest investing investment issue issuer lease legal lessons letter live loan loans matter media merger milestones money monday morning night office opinion option options overview owner particulars party pay payment pending perspective plan podcast portfolio position preliminary profile project proceeds prospectus purchase q quote rationale raw reader reference registration regulators regulatory release revision rule segment seller series service session sign signed site sites slide software source sponsor spokesman spokespeople statement status stocks structure subject subscribe subsidiary syndicate table tax tech technology tenants text thread ticker timeline topic training transaction transactions transcript trend verdict view volume warrants warning wire write yields young hello hi welcome dear cheers good morning consider enter meet introducing exit cue behold imagine remember recall ask tiny poor little rival partner neighbour neighbor fellow ex former sister dear meanwhile elsewhere promoters respondent petitioner plaintiff defendant claimant applicant debtor agm egm rip did was were has had would did
ai gpu gpus tpu tpus ceo cfo coo cto ipo ipos api apis cpu cpus hbm ebitda eps esg etf eu fed gdp gmt gw mw llm llms m&a pr q1 q2 q3 q4 h1 h2 fy sec ftse nasdaq nyse dow s&p kospi nikkei spac saas series-a k form item llc inc llp plc vp md faq tldr tl dr esp lp gp rpo agi cuda hpc capex opex roi usd eur gbp it's he's she's we're don't here's that's there's what's let's who's
americans europeans congress senate parliament commission brexit christmas easter internet web english bitcoin ethereum crypto street treasury government governments ministry minister president senator judge court west east north south western eastern northern southern bonds notes exchange euronext borsa børs stargate anthropics class common warrant agreement master facility lender borrower loan term guarantor`);

/** Plain words that begin or end no name, not even within a sentence: days, months, titles, short forms, what contracts are called. */
export const neverInNames = set(`
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday today
ai gpu gpus tpu tpus ceo cfo coo cto ipo ipos api apis cpu cpus hbm ebitda eps esg etf eu fed gdp gmt gw mw llm llms m&a pr q1 q2 q3 q4 h1 h2 fy sec ftse nasdaq nyse dow kospi nikkei spac saas series-a k form item vp md faq tldr
tl dr agm egm lp gp rpo agi capex opex roi usd eur gbp it's he's she's we're don't here's that's there's what's let's who's president minister senator judge court chief executive vp series class item note notes section exhibit article table
the a an and or of in on at by for from to with as if when while after before because since but not no yes its their his her our your my this that these those there then it he she we they you i also
agreement facility loan loans bonds warrant warrants shares stock contract contracts lease leases deal transaction offering lender borrower guarantor issuer shareholders investors customers commitment commitments closing prospectus term
who what where why how which whose would could should will may must can`);

/** Verbs that say what organisations do: a name before one is rather an organisation than a place. */
export const businessVerbs = set(`
raise sign agree announce buy acquire sell invest launch build lease rent operate run own hold provide supply plan expect say secure win close complete borrow issue lend pay spend report post deliver deploy use adopt test order commit
back lead head deny reject confirm withdraw drop offer train serve host employ generate record file list float go become enter expand open start begin develop design make accuse decline have be see take get need want will lose draw
land select choose pick pull place join merge renew terminate cancel trade guarantee underwrite arrange represent account contribute owe rely depend receive obtain reserve contract assign`);
