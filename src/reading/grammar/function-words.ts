/** The closed classes of English words that grammar goes by. */

/** Words that open a noun phrase. */
export const determiners = new Set(
  "a an the this that these those its their his her our your my some any no every each another all both which what whose".split(
    " ",
  ),
);

/** Words that may stand inside a verb group, or between it and its subject. */
export const adverb =
  /^(?:\w+ly|also|now|already|still|since|just|only|even|then|soon|yet|again|once|never|not|ever|in|so|far|too|long|today|first|back|instead|first|last|almost|twice|currently|n't|actually|all|but|itself|itselves|both)$/;

/** Words that govern the noun phrase behind them. */
export const prepositions = new Set(
  "of in into with from to by for at on over through under via between among against across near towards toward about as per alongside than onto upon within without during after before until since despite behind beside besides besides like including".split(
    " ",
  ),
);

/** Words that open a clause of its own. */
export const subordinators = new Set(
  "while whereas because although though if unless when where whether once whereby wherein".split(" "),
);

/** Words that open a relative clause. */
export const relatives = new Set("which who whose whom that".split(" "));

/** Verbs whose object does what the infinitive behind them says: "asked X to buy". */
export const objectControl = new Set(
  "get encourage ask force compel require allow persuade oblige expect want urge enable help permit press push commit mandate let".split(
    " ",
  ),
);
