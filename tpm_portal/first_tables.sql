CREATE FUNCTION public.accounts_mark_learners() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  whose bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT user_id) INTO whose FROM come;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT user_id) INTO whose FROM gone;
  ELSE
    SELECT array_agg(user_id) INTO whose FROM (SELECT user_id FROM come UNION SELECT user_id FROM gone) rows;
  END IF;
  IF whose IS NULL THEN
    RETURN NULL;
  END IF;
  DELETE FROM accounts_edition
  WHERE id IN (SELECT id FROM accounts_edition WHERE learner = ANY(whose) FOR UPDATE SKIP LOCKED);
  INSERT INTO accounts_edition (learner) SELECT * FROM unnest(whose) one WHERE one IS NOT NULL;
  RETURN NULL;
END $$;


CREATE FUNCTION public.accounts_mark_users() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  whose bigint[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT id) INTO whose FROM come;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT id) INTO whose FROM gone;
  ELSE
    SELECT array_agg(id) INTO whose FROM (SELECT id FROM come UNION SELECT id FROM gone) rows;
  END IF;
  IF whose IS NULL THEN
    RETURN NULL;
  END IF;
  DELETE FROM accounts_edition
  WHERE id IN (SELECT id FROM accounts_edition WHERE learner = ANY(whose) FOR UPDATE SKIP LOCKED);
  IF TG_OP <> 'DELETE' THEN INSERT INTO accounts_edition (learner) SELECT * FROM unnest(whose) one WHERE one IS NOT NULL; END IF;
  RETURN NULL;
END $$;


CREATE FUNCTION public.applications_posting_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'A posting stays as it was pasted.' USING ERRCODE = 'check_violation';
END $$;


CREATE FUNCTION public.curation_mark_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM curation_edition
  WHERE id IN (SELECT id FROM curation_edition WHERE shelf = TG_ARGV[0] FOR UPDATE SKIP LOCKED);
  INSERT INTO curation_edition (shelf, mark) VALUES (TG_ARGV[0], gen_random_uuid());
  RETURN NULL;
END $$;


CREATE FUNCTION public.curation_record_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - TG_ARGV[1:] END;
  now_is jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - TG_ARGV[1:] END;
  either jsonb := coalesce(now_is, was);
BEGIN
  IF was IS DISTINCT FROM now_is THEN
    INSERT INTO curation_change ("table", row, whole, at, by_id, batch_id, before, after) VALUES (
      TG_TABLE_NAME, (either->>'id')::bigint, (either->>TG_ARGV[0])::bigint, clock_timestamp(),
      nullif(current_setting('curation.user_id', true), '')::bigint,
      nullif(current_setting('curation.batch_id', true), '')::bigint, was, now_is
    );
  END IF;
  RETURN NULL;
END $$;


CREATE FUNCTION public.resumes_sent_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'What was sent stays as it was sent.' USING ERRCODE = 'check_violation';
END $$;


CREATE FUNCTION public.salaries_mark_newest() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  sources bigint[];
  latest bigint[];
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN NULL;  -- called by its own update below
  ELSIF TG_OP = 'INSERT' THEN
    sources := ARRAY(SELECT DISTINCT source_id FROM added);
  ELSIF TG_OP = 'DELETE' THEN
    sources := ARRAY(SELECT DISTINCT source_id FROM gone);
  ELSE
    sources := ARRAY(
      SELECT DISTINCT unnest(ARRAY[gone.source_id, added.source_id]) FROM gone JOIN added USING (id)
      WHERE (gone.source_id, gone.occupation_id, gone.place_id, gone.industry_id, gone.kind, gone.currency,
             gone.as_of, gone.retired_at, gone.newest)
        IS DISTINCT FROM (added.source_id, added.occupation_id, added.place_id, added.industry_id, added.kind,
                          added.currency, added.as_of, added.retired_at, added.newest)
    );
  END IF;
  IF cardinality(sources) = 0 THEN
    RETURN NULL;
  END IF;
  -- Two editions of one source that are written at the same time: the second waits, and then sees the first.
  PERFORM FROM curation_source WHERE id = ANY(sources) ORDER BY id FOR NO KEY UPDATE;
  -- Once for a statement and in two steps, because an import brings thousands of rows to a table that the planner
  -- believes to be as small as it was before.
  latest := ARRAY(
    SELECT DISTINCT ON (source_id, occupation_id, place_id, industry_id, kind, currency) id
    FROM salaries_distribution WHERE source_id = ANY(sources) AND retired_at IS NULL
    ORDER BY source_id, occupation_id, place_id, industry_id, kind, currency, as_of DESC
  );
  UPDATE salaries_distribution SET newest = NOT newest
  WHERE source_id = ANY(sources) AND newest <> (id = ANY(latest));
  RETURN NULL;
END $$;


CREATE FUNCTION public.salaries_percentiles_ordered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  -- Two transactions that change one distribution check one after the other, so that the second sees the first.
  PERFORM FROM salaries_distribution WHERE id = NEW.distribution_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM salaries_salaryclaim low JOIN salaries_salaryclaim high
      ON (low.distribution_id, low.level, low.period) = (high.distribution_id, high.level, high.period)
    WHERE low.distribution_id = NEW.distribution_id
      AND low.retired_at IS NULL AND high.retired_at IS NULL
      AND low.statistic IN ('p10', 'p25', 'p50', 'p75', 'p90')
      AND high.statistic IN ('p10', 'p25', 'p50', 'p75', 'p90')
      AND low.statistic < high.statistic AND low.amount > high.amount
  ) THEN
    RAISE EXCEPTION 'a higher percentile of distribution % has a lower amount', NEW.distribution_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'salaries_salaryclaim_percentiles_ordered',
            TABLE = 'salaries_salaryclaim', SCHEMA = TG_TABLE_SCHEMA;
  END IF;
  RETURN NULL;
END $$;


CREATE FUNCTION public.search_fold(value text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
  IF value IS NULL THEN
    RETURN '';
  END IF;
  IF octet_length(value) <> char_length(value) THEN
    -- Signs, then small figures, then marks and what is invisible, then all that is no part of a word.
    value := translate(value, U&'\2120\2122\309B\309C\266F', '    #');
    value := regexp_replace(value, '([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2460-\u24ff\u2776-\u2793])', ' \1 ', 'g');
    value := regexp_replace(normalize(value, NFKD), '[\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0100-\U000e01ef]+', '', 'g');
    value := normalize(regexp_replace(value, '[\U00000080-\U000000A9\U000000AB-\U000000AC\U000000AE-\U000000B1\U000000B4\U000000B6-\U000000B8\U000000BB\U000000BF\U000000D7\U000000F7\U000002B9-\U000002DF\U000002E5-\U000002FF\U00000375\U0000037A\U0000037E\U00000384-\U00000385\U00000387\U000003F6\U00000482\U0000055A-\U0000055F\U00000589-\U0000058F\U000005BE\U000005C0\U000005C3\U000005C6\U000005F3-\U0000060F\U0000061B-\U0000061F\U0000066A-\U0000066D\U000006D4\U000006DD-\U000006DE\U000006E9\U000006FD-\U000006FE\U00000700-\U0000070F\U000007F6-\U000007F9\U000007FE-\U000007FF\U00000830-\U0000083E\U0000085E\U00000888\U00000890-\U00000891\U000008E2\U00000964-\U00000965\U00000970\U000009F2-\U000009FB\U000009FD\U00000A76\U00000AF0-\U00000AF1\U00000B70\U00000B72-\U00000B77\U00000BF0-\U00000BFA\U00000C77-\U00000C7F\U00000C84\U00000D4F\U00000D58-\U00000D5E\U00000D70-\U00000D79\U00000DF4\U00000E3F\U00000E4F\U00000E5A-\U00000E5B\U00000F01-\U00000F17\U00000F1A-\U00000F1F\U00000F2A-\U00000F34\U00000F36\U00000F38\U00000F3A-\U00000F3D\U00000F85\U00000FBE-\U00000FC5\U00000FC7-\U00000FDA\U0000104A-\U0000104F\U0000109E-\U0000109F\U000010FB\U00001360-\U0000137C\U00001390-\U00001399\U00001400\U0000166D-\U0000166E\U00001680\U0000169B-\U0000169C\U000016EB-\U000016ED\U00001735-\U00001736\U000017D4-\U000017D6\U000017D8-\U000017DB\U000017F0-\U0000180A\U0000180E\U00001940-\U00001945\U000019DA-\U000019FF\U00001A1E-\U00001A1F\U00001AA0-\U00001AA6\U00001AA8-\U00001AAD\U00001B5A-\U00001B6A\U00001B74-\U00001B7E\U00001BFC-\U00001BFF\U00001C3B-\U00001C3F\U00001C7E-\U00001C7F\U00001CC0-\U00001CC7\U00001CD3\U00001FBD\U00001FBF-\U00001FC1\U00001FCD-\U00001FCF\U00001FDD-\U00001FDF\U00001FED-\U00001FEF\U00001FFD-\U0000200B\U0000200E-\U0000205F\U00002061-\U0000206F\U0000207A-\U0000207E\U0000208A-\U0000208E\U000020A0-\U000020A7\U000020A9-\U000020C0\U00002104\U00002108\U00002114\U00002117-\U00002118\U0000211E-\U0000211F\U00002123\U00002125\U00002127\U00002129\U0000212E\U0000213A\U00002140-\U00002144\U0000214A-\U0000214D\U0000214F\U0000218A-\U0000244A\U000024EB-\U00002BFF\U00002CE5-\U00002CEA\U00002CF9-\U00002CFF\U00002D70\U00002E00-\U00002E2E\U00002E30-\U00002E9E\U00002EA0-\U00002EF2\U00002FF0-\U00003004\U00003008-\U00003020\U00003030\U00003036-\U00003037\U0000303D-\U0000303F\U000030A0\U000030FB\U00003190-\U00003191\U000031C0-\U000031E3\U00003248-\U0000324F\U0000327F\U00004DC0-\U00004DFF\U0000A490-\U0000A4C6\U0000A4FE-\U0000A4FF\U0000A60D-\U0000A60F\U0000A673\U0000A67E\U0000A6F2-\U0000A716\U0000A720-\U0000A721\U0000A789-\U0000A78A\U0000A828-\U0000A82B\U0000A830-\U0000A839\U0000A874-\U0000A877\U0000A8CE-\U0000A8CF\U0000A8F8-\U0000A8FA\U0000A8FC\U0000A92E-\U0000A92F\U0000A95F\U0000A9C1-\U0000A9CD\U0000A9DE-\U0000A9DF\U0000AA5C-\U0000AA5F\U0000AA77-\U0000AA79\U0000AADE-\U0000AADF\U0000AAF0-\U0000AAF1\U0000AB5B\U0000AB6A-\U0000AB6B\U0000ABEB\U0000E000-\U0000F8FF\U0000FB29\U0000FBB2-\U0000FBC2\U0000FD3E-\U0000FD4F\U0000FDCF\U0000FDFD-\U0000FDFF\U0000FE10-\U0000FE19\U0000FE30-\U0000FE6B\U0000FF01-\U0000FF0F\U0000FF1A-\U0000FF20\U0000FF3B-\U0000FF40\U0000FF5B-\U0000FF65\U0000FFE0-\U0000FFFD\U00010100-\U0001013F\U00010175-\U000101FC\U000102E1-\U000102FB\U00010320-\U00010323\U0001039F\U000103D0\U0001056F\U00010857-\U0001085F\U00010877-\U0001087F\U000108A7-\U000108AF\U000108FB-\U000108FF\U00010916-\U0001091F\U0001093F\U000109BC-\U000109BD\U000109C0-\U000109FF\U00010A40-\U00010A58\U00010A7D-\U00010A7F\U00010A9D-\U00010A9F\U00010AC8\U00010AEB-\U00010AF6\U00010B39-\U00010B3F\U00010B58-\U00010B5F\U00010B78-\U00010B7F\U00010B99-\U00010BAF\U00010CFA-\U00010CFF\U00010E60-\U00010E7E\U00010EAD\U00010F1D-\U00010F26\U00010F51-\U00010F59\U00010F86-\U00010F89\U00010FC5-\U00010FCB\U00011047-\U00011065\U000110BB-\U000110C1\U000110CD\U00011140-\U00011143\U00011174-\U00011175\U000111C5-\U000111C8\U000111CD\U000111DB\U000111DD-\U000111F4\U00011238-\U0001123D\U000112A9\U0001144B-\U0001144F\U0001145A-\U0001145D\U000114C6\U000115C1-\U000115D7\U00011641-\U00011643\U00011660-\U0001166C\U000116B9\U0001173A-\U0001173F\U0001183B\U000118EA-\U000118F2\U00011944-\U00011946\U000119E2\U00011A3F-\U00011A46\U00011A9A-\U00011A9C\U00011A9E-\U00011AA2\U00011C41-\U00011C45\U00011C5A-\U00011C71\U00011EF7-\U00011EF8\U00011FC0-\U00011FFF\U00012470-\U00012474\U00012FF1-\U00012FF2\U00013430-\U00013438\U00016A6E-\U00016A6F\U00016AF5\U00016B37-\U00016B3F\U00016B44-\U00016B45\U00016B5B-\U00016B61\U00016E80-\U00016E9A\U00016FE2\U0001BC9C\U0001BC9F-\U0001BCA3\U0001CF50-\U0001D378\U0001D6C1\U0001D6DB\U0001D6FB\U0001D715\U0001D735\U0001D74F\U0001D76F\U0001D789\U0001D7A9\U0001D7C3\U0001D800-\U0001D9FF\U0001DA37-\U0001DA3A\U0001DA6D-\U0001DA74\U0001DA76-\U0001DA83\U0001DA85-\U0001DA8B\U0001E14F\U0001E2FF\U0001E8C7-\U0001E8CF\U0001E95E-\U0001ED3D\U0001EEF0-\U0001F0F5\U0001F10B-\U0001F10F\U0001F12F\U0001F150-\U0001F169\U0001F16D-\U0001F18F\U0001F191-\U0001F1FF\U0001F260-\U0001FBCA\U000E0001-\U000E007F\U000F0000-\U0010FFFF]', ' ', 'g'), NFC);
    IF octet_length(value) <> char_length(value) THEN
      value := translate(value, 'ÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖøłđðħŧı', 'ædoþdhlŋœtɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆolddhti');
      value := replace(replace(replace(replace(replace(value, 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    END IF;
  END IF;
  IF value LIKE '%IT%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])IT(?![A-Za-z0-9])', 'itit', 'g');
  END IF;
  IF value LIKE '%++%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])([A-Za-z])[+][+]', '\1plusplus ', 'g');
  END IF;
  IF value LIKE '%#%' THEN
    value := regexp_replace(value, '(?<![A-Za-z0-9])([A-Za-z])#(?![A-Za-z0-9])', '\1sharp ', 'g');
  END IF;
  value := btrim(regexp_replace(lower(value COLLATE "C"), '[\x01-/:-@\[-`{-\x7f]+', ' ', 'g'));
  value := regexp_replace(value, '(?<![^ ])(?!(?:his|was|has|this|news)(?![^ ]))([b-df-hj-np-tv-xz0-9]+[aeiouy]|[b-df-hj-np-tv-xz0-9]+[b-df-hj-np-rtv-xz0-9])s(?![^ ])', '\1', 'g');
  RETURN regexp_replace(value, '(?<![^ ])(on|off|up|down|out|over|in|no|not)(?![^ ])', '\1\1', 'g');
END
$$;


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_calendarlink (
    id bigint NOT NULL,
    token uuid NOT NULL,
    secret_hash character varying(64) NOT NULL,
    left_out jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    user_id bigint NOT NULL
);


ALTER TABLE public.accounts_calendarlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_calendarlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_edition (
    id bigint NOT NULL,
    learner bigint NOT NULL
);


ALTER TABLE public.accounts_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_lastrun (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.accounts_lastrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_lastrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_mailchoices (
    id bigint NOT NULL,
    digest boolean NOT NULL,
    interview boolean NOT NULL,
    exam boolean NOT NULL,
    expiry boolean NOT NULL,
    follow_up boolean NOT NULL,
    review boolean NOT NULL,
    stop_key character varying(16) NOT NULL,
    digest_since timestamp with time zone,
    next_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_mailchoices_looked_at_if_any CHECK ((((next_at IS NULL) OR (digest OR interview OR exam OR expiry OR follow_up OR review)) AND (1 = (
CASE
    WHEN (next_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (digest OR interview OR exam OR expiry OR follow_up OR review) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.accounts_mailchoices ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_mailchoices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_outgoingmail (
    id bigint NOT NULL,
    sender text NOT NULL,
    recipients jsonb NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    headers jsonb NOT NULL,
    html text NOT NULL,
    CONSTRAINT accounts_outgoingmail_tries_check CHECK ((tries >= 0))
);


ALTER TABLE public.accounts_outgoingmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_outgoingmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_sentmail (
    id bigint NOT NULL,
    key character varying(400) NOT NULL,
    kind character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_sentmail_kind CHECK (((kind)::text = ANY (ARRAY[('digest'::character varying)::text, ('interview'::character varying)::text, ('exam'::character varying)::text, ('expiry'::character varying)::text, ('follow_up'::character varying)::text, ('review'::character varying)::text])))
);


ALTER TABLE public.accounts_sentmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_sentmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254),
    name character varying(100) NOT NULL,
    time_zone character varying(64) NOT NULL,
    theme character varying(6) NOT NULL,
    sign_outs integer NOT NULL,
    first_press uuid,
    used_on date,
    CONSTRAINT accounts_user_nameless_or_address CHECK ((((email IS NOT NULL) AND (first_press IS NULL) AND (used_on IS NULL)) OR ((email IS NULL) AND (first_press IS NOT NULL) AND (NOT is_staff) AND (used_on IS NOT NULL)))),
    CONSTRAINT accounts_user_sign_outs_check CHECK ((sign_outs >= 0)),
    CONSTRAINT accounts_user_theme_known CHECK (((theme)::text = ANY (ARRAY[('system'::character varying)::text, ('light'::character varying)::text, ('dark'::character varying)::text])))
);


CREATE TABLE public.accounts_user_groups (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.accounts_user_user_permissions (
    id integer NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_application (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(200) NOT NULL,
    employer character varying(160) NOT NULL,
    by_agency boolean NOT NULL,
    places character varying(500) NOT NULL,
    remote character varying(8) NOT NULL,
    employment_types jsonb NOT NULL,
    pay_words character varying(500) NOT NULL,
    pay_least numeric(14,2),
    pay_most numeric(14,2),
    pay_currency character varying(3) NOT NULL,
    pay_period character varying(5) NOT NULL,
    closes_on date,
    url character varying(500) NOT NULL,
    source character varying(80) NOT NULL,
    note character varying(5000) NOT NULL,
    letter character varying(10000) NOT NULL,
    deletion_id bigint,
    resume_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_application_currency_code CHECK ((((pay_currency)::text = ''::text) OR ((pay_currency)::text ~ '^[A-Z]{3}$'::text))),
    CONSTRAINT applications_application_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_application_named CHECK ((NOT ((title)::text = ''::text))),
    CONSTRAINT applications_application_not_ancient CHECK (((closes_on IS NULL) OR (closes_on >= '1950-01-01'::date))),
    CONSTRAINT applications_application_pay_ordered CHECK (((pay_least IS NULL) OR (pay_most IS NULL) OR (pay_least <= pay_most))),
    CONSTRAINT applications_application_pay_positive CHECK ((((pay_least IS NULL) OR (pay_least > (0)::numeric)) AND ((pay_most IS NULL) OR (pay_most > (0)::numeric)))),
    CONSTRAINT applications_application_pay_whole CHECK ((((pay_least IS NULL) AND (pay_most IS NULL)) OR ((NOT ((pay_currency)::text = ''::text)) AND (NOT ((pay_period)::text = ''::text))))),
    CONSTRAINT applications_application_period_known CHECK ((((pay_period)::text = ''::text) OR ((pay_period)::text = ANY (ARRAY[('hour'::character varying)::text, ('day'::character varying)::text, ('month'::character varying)::text, ('year'::character varying)::text])))),
    CONSTRAINT applications_application_remote_known CHECK (((remote)::text = ANY (ARRAY[('yes'::character varying)::text, ('no'::character varying)::text, ('hybrid'::character varying)::text, ('unknown'::character varying)::text])))
);


ALTER TABLE public.applications_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_applicationcopy (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    copy_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.applications_applicationcopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_applicationcopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_duty (
    id bigint NOT NULL,
    place integer NOT NULL,
    quote character varying(2000) NOT NULL,
    task character varying(30) NOT NULL,
    application_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT applications_duty_place_check CHECK ((place >= 0))
);


ALTER TABLE public.applications_duty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_habits (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    saved smallint NOT NULL,
    applied smallint NOT NULL,
    screening smallint NOT NULL,
    rounds smallint NOT NULL,
    offer smallint NOT NULL,
    steers boolean NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_habits_applied_check CHECK ((applied >= 0)),
    CONSTRAINT applications_habits_applied_days CHECK (((applied >= 1) AND (applied <= 365))),
    CONSTRAINT applications_habits_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_habits_offer_check CHECK ((offer >= 0)),
    CONSTRAINT applications_habits_offer_days CHECK (((offer >= 1) AND (offer <= 365))),
    CONSTRAINT applications_habits_rounds_check CHECK ((rounds >= 0)),
    CONSTRAINT applications_habits_rounds_days CHECK (((rounds >= 1) AND (rounds <= 365))),
    CONSTRAINT applications_habits_saved_check CHECK ((saved >= 0)),
    CONSTRAINT applications_habits_saved_days CHECK (((saved >= 1) AND (saved <= 365))),
    CONSTRAINT applications_habits_screening_check CHECK ((screening >= 0)),
    CONSTRAINT applications_habits_screening_days CHECK (((screening >= 1) AND (screening <= 365)))
);


ALTER TABLE public.applications_habits ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_habits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_offer (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    form character varying(10) NOT NULL,
    "on" date NOT NULL,
    currency character varying(3) NOT NULL,
    base numeric(14,2) NOT NULL,
    period character varying(5) NOT NULL,
    bonus numeric(14,2),
    benefits character varying(2000) NOT NULL,
    days_off smallint,
    answer_by date,
    note character varying(2000) NOT NULL,
    application_id bigint NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_offer_answer_not_ancient CHECK (((answer_by IS NULL) OR (answer_by >= '1950-01-01'::date))),
    CONSTRAINT applications_offer_base_positive CHECK ((base > (0)::numeric)),
    CONSTRAINT applications_offer_bonus CHECK (((bonus IS NULL) OR (bonus >= (0)::numeric))),
    CONSTRAINT applications_offer_currency_code CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT applications_offer_days_off_check CHECK ((days_off >= 0)),
    CONSTRAINT applications_offer_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_offer_form_known CHECK (((form)::text = ANY (ARRAY[('advertised'::character varying)::text, ('verbal'::character varying)::text, ('written'::character varying)::text]))),
    CONSTRAINT applications_offer_not_ancient CHECK (("on" >= '1950-01-01'::date)),
    CONSTRAINT applications_offer_period_known CHECK (((period)::text = ANY (ARRAY[('hour'::character varying)::text, ('day'::character varying)::text, ('month'::character varying)::text, ('year'::character varying)::text])))
);


ALTER TABLE public.applications_offer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_offerequity (
    id bigint NOT NULL,
    year smallint NOT NULL,
    amount numeric(14,2) NOT NULL,
    offer_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT applications_offerequity_positive CHECK ((amount >= (0)::numeric)),
    CONSTRAINT applications_offerequity_year_check CHECK ((year >= 0))
);


ALTER TABLE public.applications_offerequity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_offerequity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_person (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(160) NOT NULL,
    what character varying(160) NOT NULL,
    known_from character varying(160) NOT NULL,
    reach character varying(300) NOT NULL,
    last_contact_on date,
    referred_on date,
    thanked_on date,
    note character varying(2000) NOT NULL,
    application_id bigint,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_person_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_person_last_contact_not_ancient CHECK (((last_contact_on IS NULL) OR (last_contact_on >= '1950-01-01'::date))),
    CONSTRAINT applications_person_named CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT applications_person_referred_not_ancient CHECK (((referred_on IS NULL) OR (referred_on >= '1950-01-01'::date))),
    CONSTRAINT applications_person_thanked_not_ancient CHECK (((thanked_on IS NULL) OR (thanked_on >= '1950-01-01'::date)))
);


ALTER TABLE public.applications_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_postingtext (
    id bigint NOT NULL,
    place integer NOT NULL,
    raw text NOT NULL,
    pasted_on date NOT NULL,
    application_id bigint NOT NULL,
    user_id bigint NOT NULL,
    sketch jsonb NOT NULL,
    CONSTRAINT applications_postingtext_place_check CHECK ((place >= 0))
);


ALTER TABLE public.applications_postingtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_postingtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_requirement (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    place integer NOT NULL,
    quote character varying(2000) NOT NULL,
    strength character varying(9) NOT NULL,
    kind character varying(10) NOT NULL,
    any_of boolean NOT NULL,
    unlisted jsonb NOT NULL,
    level character varying(9) NOT NULL,
    languages jsonb NOT NULL,
    months smallint,
    within_previous boolean NOT NULL,
    percent smallint,
    alternatives jsonb NOT NULL,
    confirmed boolean NOT NULL,
    corrected boolean NOT NULL,
    said character varying(3) NOT NULL,
    application_id bigint NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_requirement_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_requirement_kind_known CHECK (((kind)::text = ANY (ARRAY[('clearance'::character varying)::text, ('credential'::character varying)::text, ('degree'::character varying)::text, ('language'::character varying)::text, ('experience'::character varying)::text, ('travel'::character varying)::text, ('skill'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT applications_requirement_level_known CHECK ((((level)::text = ''::text) OR ((level)::text = ANY (ARRAY[('secondary'::character varying)::text, ('associate'::character varying)::text, ('bachelor'::character varying)::text, ('master'::character varying)::text])))),
    CONSTRAINT applications_requirement_months_check CHECK ((months >= 0)),
    CONSTRAINT applications_requirement_percent CHECK (((percent IS NULL) OR (percent <= 100))),
    CONSTRAINT applications_requirement_percent_check CHECK ((percent >= 0)),
    CONSTRAINT applications_requirement_place_check CHECK ((place >= 0)),
    CONSTRAINT applications_requirement_said_known CHECK (((said)::text = ANY (ARRAY[(''::character varying)::text, ('yes'::character varying)::text, ('no'::character varying)::text]))),
    CONSTRAINT applications_requirement_strength_known CHECK (((strength)::text = ANY (ARRAY[('required'::character varying)::text, ('preferred'::character varying)::text]))),
    CONSTRAINT applications_requirement_worded CHECK ((NOT ((quote)::text = ''::text)))
);


ALTER TABLE public.applications_requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_requirementcredential (
    id bigint NOT NULL,
    credential_id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.applications_requirementcredential ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_requirementcredential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_requirementskill (
    id bigint NOT NULL,
    requirement_id bigint NOT NULL,
    skill_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.applications_requirementskill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_requirementskill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_savedview (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(80) NOT NULL,
    query character varying(500) NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_savedview_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_savedview_named CHECK ((NOT ((name)::text = ''::text)))
);


ALTER TABLE public.applications_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_stagechange (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    stage character varying(11) NOT NULL,
    "on" date NOT NULL,
    note character varying(2000) NOT NULL,
    application_id bigint NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_stagechange_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_stagechange_known CHECK (((stage)::text = ANY (ARRAY[('saved'::character varying)::text, ('applied'::character varying)::text, ('screening'::character varying)::text, ('rounds'::character varying)::text, ('offer'::character varying)::text, ('accepted'::character varying)::text, ('rejected'::character varying)::text, ('no_answer'::character varying)::text, ('withdrew'::character varying)::text, ('role_closed'::character varying)::text, ('declined'::character varying)::text]))),
    CONSTRAINT applications_stagechange_not_ancient CHECK (("on" >= '1950-01-01'::date))
);


ALTER TABLE public.applications_stagechange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_stagechange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_task (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    what character varying(200) NOT NULL,
    due_on date,
    done_on date,
    note character varying(2000) NOT NULL,
    application_id bigint,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_task_done_not_ancient CHECK (((done_on IS NULL) OR (done_on >= '1950-01-01'::date))),
    CONSTRAINT applications_task_due_not_ancient CHECK (((due_on IS NULL) OR (due_on >= '1950-01-01'::date))),
    CONSTRAINT applications_task_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_task_named CHECK ((NOT ((what)::text = ''::text)))
);


ALTER TABLE public.applications_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.applications_taskliking (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    task character varying(30) NOT NULL,
    liking character varying(9) NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT applications_taskliking_edition_check CHECK ((edition >= 0)),
    CONSTRAINT applications_taskliking_known CHECK (((liking)::text = ANY (ARRAY[('energizes'::character varying)::text, ('fine'::character varying)::text, ('drains'::character varying)::text])))
);


ALTER TABLE public.applications_taskliking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.applications_taskliking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_batch (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(300) NOT NULL,
    kind character varying(10) NOT NULL,
    file_name character varying(200) NOT NULL,
    created integer NOT NULL,
    updated integer NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint,
    undoes_id bigint,
    undone_by_id bigint,
    CONSTRAINT curation_batch_created_check CHECK ((created >= 0)),
    CONSTRAINT curation_batch_kind_known CHECK (((kind)::text = ANY (ARRAY[('edit'::character varying)::text, ('bulk'::character varying)::text, ('import'::character varying)::text, ('publish'::character varying)::text, ('put_back'::character varying)::text, ('undo'::character varying)::text, ('seed'::character varying)::text]))),
    CONSTRAINT curation_batch_updated_check CHECK ((updated >= 0))
);


ALTER TABLE public.curation_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_change (
    id bigint NOT NULL,
    "table" character varying(60) NOT NULL,
    "row" bigint NOT NULL,
    whole bigint,
    at timestamp with time zone NOT NULL,
    before jsonb,
    after jsonb,
    batch_id bigint,
    by_id bigint
);


ALTER TABLE public.curation_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_draft (
    id bigint NOT NULL,
    token uuid NOT NULL,
    "table" character varying(80) NOT NULL,
    "row" bigint,
    title character varying(200) NOT NULL,
    typed jsonb NOT NULL,
    opened jsonb NOT NULL,
    touched jsonb NOT NULL,
    edition integer NOT NULL,
    at timestamp with time zone NOT NULL,
    publish_on date,
    problem text NOT NULL,
    link uuid,
    link_until timestamp with time zone,
    outcome character varying(10) NOT NULL,
    closed_at timestamp with time zone,
    by_id bigint,
    scheduled_by_id bigint,
    CONSTRAINT curation_draft_closed_with_outcome CHECK ((((closed_at IS NULL) AND ((outcome)::text = ''::text)) OR ((closed_at IS NOT NULL) AND ((outcome)::text = ANY (ARRAY[('published'::character varying)::text, ('discarded'::character varying)::text]))))),
    CONSTRAINT curation_draft_edition_check CHECK ((edition >= 0)),
    CONSTRAINT curation_draft_link_ends CHECK ((((link IS NULL) AND (link_until IS NULL)) OR ((link IS NOT NULL) AND (link_until IS NOT NULL))))
);


ALTER TABLE public.curation_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_edition (
    id bigint NOT NULL,
    shelf character varying(20) NOT NULL,
    mark uuid NOT NULL
);


ALTER TABLE public.curation_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_importdraft (
    id bigint NOT NULL,
    "table" character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    file_name character varying(200) NOT NULL,
    text text NOT NULL,
    by_id bigint NOT NULL,
    encoding character varying(20) NOT NULL
);


ALTER TABLE public.curation_importdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_importdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_linkcheck (
    id bigint NOT NULL,
    address character varying(500) NOT NULL,
    state character varying(12) NOT NULL,
    status smallint,
    final_address character varying(2000) NOT NULL,
    permanent boolean NOT NULL,
    error character varying(300) NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    reached_at timestamp with time zone,
    broken_since timestamp with time zone,
    CONSTRAINT curation_linkcheck_broken_since CHECK ((((broken_since IS NOT NULL) AND ((state)::text = ANY (ARRAY[('gone'::character varying)::text, ('failing'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('gone'::character varying)::text, ('failing'::character varying)::text]))) AND (broken_since IS NULL)))),
    CONSTRAINT curation_linkcheck_reached_when_good CHECK (((NOT ((state)::text = ANY (ARRAY[('reached'::character varying)::text, ('moved'::character varying)::text]))) OR ((reached_at = checked_at) AND (reached_at IS NOT NULL)))),
    CONSTRAINT curation_linkcheck_state_known CHECK (((state)::text = ANY (ARRAY[('failing'::character varying)::text, ('gone'::character varying)::text, ('moved'::character varying)::text, ('reached'::character varying)::text, ('turned_away'::character varying)::text]))),
    CONSTRAINT curation_linkcheck_status_check CHECK ((status >= 0))
);


ALTER TABLE public.curation_linkcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_linkcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_report (
    id bigint NOT NULL,
    token uuid NOT NULL,
    page character varying(300) NOT NULL,
    "table" character varying(80) NOT NULL,
    slug character varying(80) NOT NULL,
    title character varying(300) NOT NULL,
    what text NOT NULL,
    instead text NOT NULL,
    email character varying(254) NOT NULL,
    at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    answer text NOT NULL,
    closed_at timestamp with time zone,
    told_at timestamp with time zone,
    closed_by_id bigint,
    user_id bigint,
    CONSTRAINT curation_report_answered CHECK (((NOT ((state)::text = 'answered'::text)) OR (NOT (answer = ''::text)))),
    CONSTRAINT curation_report_closed_when_not_open CHECK ((((closed_at IS NULL) AND ((state)::text = 'open'::text)) OR ((NOT ((state)::text = 'open'::text)) AND (closed_at IS NOT NULL)))),
    CONSTRAINT curation_report_says_something CHECK ((NOT (what = ''::text))),
    CONSTRAINT curation_report_state_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('answered'::character varying)::text, ('closed'::character varying)::text])))
);


ALTER TABLE public.curation_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_seedrecord (
    id bigint NOT NULL,
    "table" character varying(80) NOT NULL,
    key character varying(300) NOT NULL,
    document jsonb NOT NULL,
    seeded_at timestamp with time zone NOT NULL
);


ALTER TABLE public.curation_seedrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_seedrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.curation_source (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    publisher character varying(120) NOT NULL,
    url character varying(500) NOT NULL,
    date character varying(120) NOT NULL,
    kind character varying(30) NOT NULL,
    confidence character varying(10) NOT NULL,
    used_for character varying(200) NOT NULL,
    note text NOT NULL,
    checked_on date NOT NULL,
    CONSTRAINT curation_source_confidence_known CHECK (((confidence)::text = ANY (ARRAY[('high'::character varying)::text, ('medium'::character varying)::text, ('low'::character varying)::text]))),
    CONSTRAINT curation_source_kind_known CHECK (((kind)::text = ANY (ARRAY[('aggregator'::character varying)::text, ('article'::character varying)::text, ('employer_board'::character varying)::text, ('employer_framework'::character varying)::text, ('library_guide'::character varying)::text, ('news'::character varying)::text, ('official'::character varying)::text, ('official_copy'::character varying)::text, ('official_statistics'::character varying)::text, ('official_statistics_copy'::character varying)::text, ('press_release'::character varying)::text, ('recruiter'::character varying)::text, ('secondary'::character varying)::text, ('training_vendor'::character varying)::text, ('vacancy_data'::character varying)::text]))),
    CONSTRAINT curation_source_named_and_dated CHECK (((NOT ((publisher)::text = ''::text)) AND (NOT ((name)::text = ''::text)) AND (NOT ((date)::text = ''::text))))
);


ALTER TABLE public.curation_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.curation_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id integer NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


CREATE TABLE public.evidence_credential (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    issuer character varying(120) NOT NULL,
    level character varying(6) NOT NULL,
    relevance character varying(12) NOT NULL,
    summary text NOT NULL,
    alternatives text NOT NULL,
    good_for character varying(300) NOT NULL,
    less_useful_for character varying(300) NOT NULL,
    regions character varying(200) NOT NULL,
    keywords character varying(300) NOT NULL,
    keyword_note text NOT NULL,
    official_url character varying(500) NOT NULL,
    official_url_checked_on date,
    hours_min smallint,
    hours_max smallint,
    eligibility_note text NOT NULL,
    fee_note text NOT NULL,
    exam_note text NOT NULL,
    "position" smallint NOT NULL,
    hours_source_id bigint,
    CONSTRAINT evidence_credential_hours_max_check CHECK ((hours_max >= 0)),
    CONSTRAINT evidence_credential_hours_min_check CHECK ((hours_min >= 0)),
    CONSTRAINT evidence_credential_hours_ordered CHECK ((((hours_max IS NULL) AND (hours_min IS NULL)) OR ((hours_max >= hours_min) AND (hours_max IS NOT NULL) AND (hours_min >= 1) AND (hours_min IS NOT NULL)))),
    CONSTRAINT evidence_credential_kind_known CHECK (((kind)::text = ANY (ARRAY[('degree'::character varying)::text, ('certification'::character varying)::text, ('certificate_program'::character varying)::text]))),
    CONSTRAINT evidence_credential_level_known CHECK (((level)::text = ANY (ARRAY[('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text]))),
    CONSTRAINT evidence_credential_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_credential_relevance_known CHECK (((relevance)::text = ANY (ARRAY[('core'::character varying)::text, ('recommended'::character varying)::text, ('situational'::character varying)::text, ('regional'::character varying)::text, ('rarely'::character varying)::text])))
);


ALTER TABLE public.evidence_credential ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_credential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_credential_sources (
    id integer NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL
);


ALTER TABLE public.evidence_credential_sources ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_credential_sources_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_credentialfact (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    kind character varying(7) NOT NULL,
    label character varying(80) NOT NULL,
    value character varying(300) NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT evidence_credentialfact_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_credentialfact_kind_known CHECK (((kind)::text = ANY (ARRAY[('exam'::character varying)::text, ('renewal'::character varying)::text, ('content'::character varying)::text]))),
    CONSTRAINT evidence_credentialfact_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_credentialfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_credentialfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_credentialfee (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    name character varying(120) NOT NULL,
    amount numeric(9,2) NOT NULL,
    currency character varying(3) NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT evidence_credentialfee_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT evidence_credentialfee_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_credentialfee_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_credentialfee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_credentialfee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_descriptionlimit (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    "least" integer,
    most integer NOT NULL,
    unit character varying(10) NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT evidence_descriptionlimit_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_descriptionlimit_least_check CHECK (("least" >= 0)),
    CONSTRAINT evidence_descriptionlimit_most_check CHECK ((most >= 0)),
    CONSTRAINT evidence_descriptionlimit_ordered CHECK (((most > 0) AND ((unit)::text = ANY (ARRAY[('words'::character varying)::text, ('characters'::character varying)::text])) AND (("least" IS NULL) OR ("least" <= most)))),
    CONSTRAINT evidence_descriptionlimit_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_descriptionlimit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_descriptionlimit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_education (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    level character varying(10) NOT NULL,
    title character varying(160) NOT NULL,
    institution character varying(160) NOT NULL,
    accredited boolean NOT NULL,
    finished_on date NOT NULL,
    user_id bigint NOT NULL,
    was_over boolean NOT NULL,
    deletion_id bigint,
    CONSTRAINT evidence_education_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_education_level_known CHECK (((level)::text = ANY (ARRAY[('none'::character varying)::text, ('secondary'::character varying)::text, ('associate'::character varying)::text, ('bachelor'::character varying)::text, ('master'::character varying)::text]))),
    CONSTRAINT evidence_education_not_ancient CHECK ((finished_on >= '1950-01-01'::date))
);


ALTER TABLE public.evidence_education ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_education_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_eligibilitypath (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    label character varying(120) NOT NULL,
    recommended character varying(200) NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    version_number integer NOT NULL,
    CONSTRAINT evidence_eligibilitypath_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_eligibilitypath_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_eligibilitypath_version_number_check CHECK ((version_number >= 0))
);


ALTER TABLE public.evidence_eligibilitypath ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_eligibilitypath_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_eligibilityrequirement (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(10) NOT NULL,
    education character varying(10) NOT NULL,
    experience character varying(20) NOT NULL,
    months smallint,
    within_years smallint,
    non_overlapping boolean NOT NULL,
    training character varying(20) NOT NULL,
    hours smallint,
    flag character varying(20) NOT NULL,
    note character varying(300) NOT NULL,
    path_id bigint NOT NULL,
    CONSTRAINT evidence_eligibilityrequirement_complete CHECK (((((education)::text = ANY (ARRAY[('none'::character varying)::text, ('secondary'::character varying)::text, ('associate'::character varying)::text, ('bachelor'::character varying)::text, ('master'::character varying)::text])) AND ((kind)::text = 'education'::text)) OR (((experience)::text = ANY (ARRAY[('leading_projects'::character varying)::text, ('program_management'::character varying)::text, ('agile_work'::character varying)::text, ('construction_work'::character varying)::text])) AND ((kind)::text = 'experience'::text) AND (months >= 1) AND (months IS NOT NULL)) OR (((kind)::text = 'training'::text) AND ((training)::text = ANY (ARRAY[('pm_education'::character varying)::text, ('agile_education'::character varying)::text, ('issuer_course'::character varying)::text]))) OR ((kind)::text = 'holds'::text) OR (((flag)::text = 'gac_accredited'::text) AND ((kind)::text = 'flag'::text)))),
    CONSTRAINT evidence_eligibilityrequirement_hours_check CHECK ((hours >= 0)),
    CONSTRAINT evidence_eligibilityrequirement_months_check CHECK ((months >= 0)),
    CONSTRAINT evidence_eligibilityrequirement_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_eligibilityrequirement_within_years_check CHECK ((within_years >= 0))
);


CREATE TABLE public.evidence_eligibilityrequirement_holds (
    id integer NOT NULL,
    eligibilityrequirement_id bigint CONSTRAINT evidence_eligibilityrequirem_eligibilityrequirement_id_not_null NOT NULL,
    credential_id bigint NOT NULL
);


ALTER TABLE public.evidence_eligibilityrequirement_holds ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_eligibilityrequirement_holds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.evidence_eligibilityrequirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_eligibilityrequirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_eligibilityrequirement_waived_by (
    id integer NOT NULL,
    eligibilityrequirement_id bigint CONSTRAINT evidence_eligibilityrequire_eligibilityrequirement_id_not_null1 NOT NULL,
    credential_id bigint CONSTRAINT evidence_eligibilityrequirement_waived_b_credential_id_not_null NOT NULL
);


ALTER TABLE public.evidence_eligibilityrequirement_waived_by ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_eligibilityrequirement_waived_by_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_evidence (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    happened character varying(10000) NOT NULL,
    did character varying(10000) NOT NULL,
    result character varying(10000) NOT NULL,
    amount numeric(16,2),
    unit character varying(40) NOT NULL,
    "on" date NOT NULL,
    do_not_claim character varying(500) NOT NULL,
    user_id bigint NOT NULL,
    project_id bigint,
    words tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((((((COALESCE(public.search_fold((happened)::text), ''::text) || ' '::text) || COALESCE(public.search_fold((did)::text), ''::text)) || ' '::text) || COALESCE(public.search_fold((result)::text), ''::text)) || ' '::text) || COALESCE(public.search_fold((unit)::text), ''::text)))) STORED,
    deletion_id bigint,
    position_id bigint,
    CONSTRAINT evidence_evidence_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_evidence_not_ancient CHECK (("on" >= '1950-01-01'::date)),
    CONSTRAINT evidence_evidence_says_something CHECK ((NOT ((happened)::text = ''::text)))
);


ALTER TABLE public.evidence_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_evidencelink (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    url character varying(500) NOT NULL,
    title character varying(120) NOT NULL,
    evidence_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT evidence_evidencelink_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_evidencelink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_evidencelink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_evidenceskill (
    id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    skill_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.evidence_evidenceskill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_evidenceskill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_examdomain (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    name character varying(120) NOT NULL,
    weight smallint NOT NULL,
    previous_weight smallint,
    tasks text NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT evidence_examdomain_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_examdomain_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_examdomain_previous_weight_check CHECK ((previous_weight >= 0)),
    CONSTRAINT evidence_examdomain_weight_check CHECK ((weight >= 0)),
    CONSTRAINT evidence_examdomain_weight_percent CHECK (((weight >= 1) AND (weight <= 100)))
);


ALTER TABLE public.evidence_examdomain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_examdomain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_heldcredential (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    earned_on date NOT NULL,
    expires_on date,
    number character varying(80) NOT NULL,
    url character varying(500) NOT NULL,
    credential_id bigint,
    user_id bigint NOT NULL,
    deletion_id bigint,
    name character varying(160) NOT NULL,
    issuer character varying(160) NOT NULL,
    CONSTRAINT evidence_heldcredential_dates_ordered CHECK (((expires_on IS NULL) OR (expires_on >= earned_on))),
    CONSTRAINT evidence_heldcredential_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_heldcredential_not_ancient CHECK ((earned_on >= '1950-01-01'::date)),
    CONSTRAINT evidence_heldcredential_one_name CHECK ((((credential_id IS NULL) AND (NOT ((name)::text = ''::text))) OR ((credential_id IS NOT NULL) AND ((name)::text = ''::text))))
);


ALTER TABLE public.evidence_heldcredential ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_heldcredential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_pathversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    snapshot jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    path_id bigint NOT NULL,
    CONSTRAINT evidence_pathversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.evidence_pathversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_pathversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_position (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    employer character varying(160) NOT NULL,
    title character varying(160) NOT NULL,
    place character varying(160) NOT NULL,
    kind character varying(10) NOT NULL,
    starts character varying(10) NOT NULL,
    ends character varying(10) NOT NULL,
    summary character varying(2000) NOT NULL,
    url character varying(500) NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT evidence_position_dates_ordered CHECK ((((ends)::text = ''::text) OR ((starts)::text = ''::text) OR ((ends)::text >= (starts)::text) OR ((starts)::text ~~ (replace(replace(replace((ends)::text, '\'::text, '\\'::text), '%'::text, '\%'::text), '_'::text, '\_'::text) || '%'::text)))),
    CONSTRAINT evidence_position_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_position_ends_is_a_date CHECK ((((ends)::text = ''::text) OR ((ends)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))),
    CONSTRAINT evidence_position_kind_known CHECK (((kind)::text = ANY (ARRAY[('job'::character varying)::text, ('contract'::character varying)::text, ('own'::character varying)::text, ('internship'::character varying)::text, ('volunteer'::character varying)::text]))),
    CONSTRAINT evidence_position_named CHECK ((NOT (((employer)::text = ''::text) AND ((title)::text = ''::text)))),
    CONSTRAINT evidence_position_starts_is_a_date CHECK ((((starts)::text = ''::text) OR ((starts)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);


ALTER TABLE public.evidence_position ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_position_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_project (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(160) NOT NULL,
    organization character varying(160) NOT NULL,
    kind character varying(9) NOT NULL,
    role character varying(120) NOT NULL,
    part character varying(9) NOT NULL,
    professional boolean NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    exact boolean NOT NULL,
    approach character varying(10) NOT NULL,
    is_program boolean NOT NULL,
    is_construction boolean NOT NULL,
    team_size integer,
    budget character varying(8) NOT NULL,
    hours integer,
    purpose character varying(2000) NOT NULL,
    description character varying(10000) NOT NULL,
    confirmer_name character varying(160) NOT NULL,
    confirmer_contact character varying(300) NOT NULL,
    confidential boolean NOT NULL,
    user_id bigint NOT NULL,
    professional_said boolean NOT NULL,
    deletion_id bigint,
    position_id bigint,
    CONSTRAINT evidence_project_approach_known CHECK (((approach)::text = ANY (ARRAY[(''::character varying)::text, ('predictive'::character varying)::text, ('agile'::character varying)::text, ('hybrid'::character varying)::text]))),
    CONSTRAINT evidence_project_budget_known CHECK (((budget)::text = ANY (ARRAY[(''::character varying)::text, ('to_50k'::character varying)::text, ('to_250k'::character varying)::text, ('to_1m'::character varying)::text, ('to_10m'::character varying)::text, ('over_10m'::character varying)::text]))),
    CONSTRAINT evidence_project_dates_ordered CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT evidence_project_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_project_hours_check CHECK ((hours >= 0)),
    CONSTRAINT evidence_project_kind_known CHECK (((kind)::text = ANY (ARRAY[('job'::character varying)::text, ('contract'::character varying)::text, ('volunteer'::character varying)::text, ('own'::character varying)::text, ('study'::character varying)::text]))),
    CONSTRAINT evidence_project_not_ancient CHECK ((starts_on >= '1950-01-01'::date)),
    CONSTRAINT evidence_project_part_known CHECK (((part)::text = ANY (ARRAY[('led'::character varying)::text, ('took_part'::character varying)::text]))),
    CONSTRAINT evidence_project_team_size_check CHECK ((team_size >= 0))
);


ALTER TABLE public.evidence_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_recovery (
    id bigint NOT NULL,
    subject character varying(60) NOT NULL,
    field character varying(40) NOT NULL,
    present jsonb NOT NULL,
    offered jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    user_id bigint NOT NULL,
    token uuid NOT NULL
);


ALTER TABLE public.evidence_recovery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_recovery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_renewalrule (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    as_of character varying(120) NOT NULL,
    checked_on date NOT NULL,
    unconfirmed boolean NOT NULL,
    cycle_years smallint NOT NULL,
    units smallint NOT NULL,
    unit_name character varying(20) NOT NULL,
    credential_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT evidence_renewalrule_cycle_years_check CHECK ((cycle_years >= 0)),
    CONSTRAINT evidence_renewalrule_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT evidence_renewalrule_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_renewalrule_positive CHECK (((cycle_years > 0) AND (units > 0))),
    CONSTRAINT evidence_renewalrule_units_check CHECK ((units >= 0))
);


ALTER TABLE public.evidence_renewalrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_renewalrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_renewalunits (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    what character varying(200) NOT NULL,
    units numeric(6,2) NOT NULL,
    earned_on date NOT NULL,
    holding_id bigint NOT NULL,
    user_id bigint NOT NULL,
    deletion_id bigint,
    CONSTRAINT evidence_renewalunits_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_renewalunits_not_ancient CHECK ((earned_on >= '1950-01-01'::date)),
    CONSTRAINT evidence_renewalunits_positive CHECK ((units > (0)::numeric))
);


ALTER TABLE public.evidence_renewalunits ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_renewalunits_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_ruleread (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    version_id bigint NOT NULL
);


ALTER TABLE public.evidence_ruleread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_ruleread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_sequence (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    label character varying(80) NOT NULL,
    for_whom character varying(200) NOT NULL,
    why text NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT evidence_sequence_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_sequence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_sequence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_sequenceitem (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    credential_id bigint NOT NULL,
    sequence_id bigint NOT NULL,
    CONSTRAINT evidence_sequenceitem_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_sequenceitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_sequenceitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_skill (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    weight smallint NOT NULL,
    level character varying(6) NOT NULL,
    description character varying(300) NOT NULL,
    match_note text NOT NULL,
    onet_task_link boolean NOT NULL,
    "position" smallint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT evidence_skill_level_known CHECK (((level)::text = ANY (ARRAY[('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text]))),
    CONSTRAINT evidence_skill_position_check CHECK (("position" >= 0)),
    CONSTRAINT evidence_skill_weight_check CHECK ((weight >= 0)),
    CONSTRAINT evidence_skill_weight_known CHECK ((weight = ANY (ARRAY[1, 2, 3])))
);


ALTER TABLE public.evidence_skill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_skill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_skillalias (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    term character varying(60) NOT NULL,
    case_sensitive boolean NOT NULL,
    skill_id bigint NOT NULL,
    CONSTRAINT evidence_skillalias_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_skillalias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_skillalias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_skillgroup (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    description character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT evidence_skillgroup_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.evidence_skillgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_skillgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_skillstanding (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    now smallint,
    wanted smallint,
    skill_id bigint NOT NULL,
    user_id bigint NOT NULL,
    deletion_id bigint,
    CONSTRAINT evidence_skillstanding_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_skillstanding_now_check CHECK ((now >= 0)),
    CONSTRAINT evidence_skillstanding_now_known CHECK (((now IS NULL) OR (now = ANY (ARRAY[0, 1, 2, 3, 4])))),
    CONSTRAINT evidence_skillstanding_wanted_check CHECK ((wanted >= 0)),
    CONSTRAINT evidence_skillstanding_wanted_known CHECK (((wanted IS NULL) OR (wanted = ANY (ARRAY[0, 1, 2, 3, 4]))))
);


ALTER TABLE public.evidence_skillstanding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_skillstanding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.evidence_training (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title character varying(160) NOT NULL,
    provider character varying(160) NOT NULL,
    kind character varying(20) NOT NULL,
    hours numeric(6,1) NOT NULL,
    finished_on date NOT NULL,
    url character varying(500) NOT NULL,
    credential_id bigint,
    user_id bigint NOT NULL,
    deletion_id bigint,
    CONSTRAINT evidence_training_edition_check CHECK ((edition >= 0)),
    CONSTRAINT evidence_training_hours_positive CHECK ((hours > (0)::numeric)),
    CONSTRAINT evidence_training_kind_known CHECK (((kind)::text = ANY (ARRAY[('pm_education'::character varying)::text, ('agile_education'::character varying)::text, ('issuer_course'::character varying)::text]))),
    CONSTRAINT evidence_training_not_ancient CHECK ((finished_on >= '1950-01-01'::date))
);


ALTER TABLE public.evidence_training ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_training_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_answer (
    id bigint NOT NULL,
    draft jsonb NOT NULL,
    edition integer CONSTRAINT interviews_answer_draft_edition_not_null NOT NULL,
    draft_at timestamp with time zone,
    user_id bigint NOT NULL,
    asked_id bigint,
    question_id bigint,
    CONSTRAINT interviews_answer_draft_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_answer_on_one CHECK ((((asked_id IS NOT NULL) AND (question_id IS NULL)) OR ((asked_id IS NULL) AND (question_id IS NOT NULL))))
);


ALTER TABLE public.interviews_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_answerversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    text character varying(20000) NOT NULL,
    situation character varying(20000) NOT NULL,
    task character varying(20000) NOT NULL,
    action character varying(20000) NOT NULL,
    result character varying(20000) NOT NULL,
    at timestamp with time zone NOT NULL,
    answer_id bigint NOT NULL,
    user_id bigint NOT NULL,
    asked_as character varying(300) NOT NULL,
    CONSTRAINT interviews_answerversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.interviews_answerversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_answerversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_askedquestion (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    text character varying(300) NOT NULL,
    company character varying(120) NOT NULL,
    round character varying(120) NOT NULL,
    "on" date,
    suggestion character varying(8) NOT NULL,
    user_id bigint NOT NULL,
    category_id bigint,
    became_id bigint,
    deletion_id bigint,
    CONSTRAINT interviews_askedquestion_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_askedquestion_says_something CHECK ((NOT ((text)::text = ''::text)))
);


ALTER TABLE public.interviews_askedquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_askedquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_category (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    tests character varying(200) NOT NULL,
    assess character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT interviews_category_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.interviews_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_competency (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    about character varying(300) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT interviews_competency_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.interviews_competency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_competency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_competency_questions (
    id integer NOT NULL,
    competency_id bigint NOT NULL,
    question_id bigint NOT NULL
);


ALTER TABLE public.interviews_competency_questions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_competency_questions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_dimension (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    looks_for character varying(200) NOT NULL,
    score_1 character varying(200) NOT NULL,
    score_3 character varying(200) NOT NULL,
    score_5 character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT interviews_dimension_position_check CHECK (("position" >= 0))
);


CREATE TABLE public.interviews_dimension_applies_to (
    id integer NOT NULL,
    dimension_id bigint NOT NULL,
    category_id bigint NOT NULL
);


ALTER TABLE public.interviews_dimension_applies_to ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_dimension_applies_to_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.interviews_dimension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_dimension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_dimensionscore (
    id bigint NOT NULL,
    score smallint NOT NULL,
    dimension_id bigint NOT NULL,
    rating_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_dimensionscore_in_range CHECK (((score >= 1) AND (score <= 5))),
    CONSTRAINT interviews_dimensionscore_score_check CHECK ((score >= 0))
);


ALTER TABLE public.interviews_dimensionscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_dimensionscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_favorite (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    question_id bigint NOT NULL
);


ALTER TABLE public.interviews_favorite ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_favorite_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_helperlink (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    mock_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_helperlink_expires_later CHECK ((expires_at > made_at))
);


ALTER TABLE public.interviews_helperlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_helperlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_interview (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    company character varying(120) NOT NULL,
    "on" date NOT NULL,
    minutes_per_day smallint NOT NULL,
    note character varying(2000) NOT NULL,
    user_id bigint NOT NULL,
    round_type_id bigint NOT NULL,
    deletion_id bigint,
    application_id bigint,
    about_company character varying(5000) NOT NULL,
    at time without time zone,
    place character varying(500) NOT NULL,
    to_ask character varying(2000) NOT NULL,
    CONSTRAINT interviews_interview_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_interview_minutes_in_range CHECK (((minutes_per_day >= 5) AND (minutes_per_day <= 240))),
    CONSTRAINT interviews_interview_minutes_per_day_check CHECK ((minutes_per_day >= 0)),
    CONSTRAINT interviews_interview_not_ancient CHECK (("on" >= '1950-01-01'::date))
);


ALTER TABLE public.interviews_interview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_interview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_mockinterview (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seed character varying(40) NOT NULL,
    minutes smallint NOT NULL,
    level character varying(6) NOT NULL,
    mix character varying(4) NOT NULL,
    place smallint NOT NULL,
    phase character varying(9) NOT NULL,
    phase_began_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    category_id bigint,
    round_type_id bigint NOT NULL,
    user_id bigint NOT NULL,
    deletion_id bigint,
    CONSTRAINT interviews_mockinterview_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_mockinterview_finished_when_done CHECK ((((finished_at IS NOT NULL) AND ((phase)::text = 'done'::text)) OR ((NOT ((phase)::text = 'done'::text)) AND (finished_at IS NULL)))),
    CONSTRAINT interviews_mockinterview_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT interviews_mockinterview_phase_known CHECK (((phase)::text = ANY (ARRAY[('ready'::character varying)::text, ('question'::character varying)::text, ('follow_up'::character varying)::text, ('done'::character varying)::text]))),
    CONSTRAINT interviews_mockinterview_place_check CHECK ((place >= 0))
);


ALTER TABLE public.interviews_mockinterview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_mockinterview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_mocknote (
    id bigint NOT NULL,
    text character varying(2000) NOT NULL,
    at timestamp with time zone NOT NULL,
    link_id bigint NOT NULL,
    question_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.interviews_mocknote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_mocknote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_mockquestion (
    id bigint NOT NULL,
    place smallint NOT NULL,
    text character varying(300) NOT NULL,
    follow_up character varying(500) NOT NULL,
    answer character varying(20000) NOT NULL,
    answer_seconds integer,
    follow_up_answer character varying(20000) NOT NULL,
    follow_up_seconds integer,
    edition integer NOT NULL,
    mock_id bigint NOT NULL,
    question_id bigint NOT NULL,
    rating_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_mockquestion_answer_seconds_check CHECK ((answer_seconds >= 0)),
    CONSTRAINT interviews_mockquestion_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_mockquestion_follow_up_seconds_check CHECK ((follow_up_seconds >= 0)),
    CONSTRAINT interviews_mockquestion_place_check CHECK ((place >= 0))
);


ALTER TABLE public.interviews_mockquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_mockquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_mockscore (
    id bigint NOT NULL,
    score smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    dimension_id bigint NOT NULL,
    link_id bigint NOT NULL,
    question_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_mockscore_in_range CHECK (((score >= 1) AND (score <= 5))),
    CONSTRAINT interviews_mockscore_score_check CHECK ((score >= 0))
);


ALTER TABLE public.interviews_mockscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_mockscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_practicesettings (
    id bigint NOT NULL,
    daily_cap smallint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_practicesettings_cap_in_range CHECK (((daily_cap >= 1) AND (daily_cap <= 50))),
    CONSTRAINT interviews_practicesettings_daily_cap_check CHECK ((daily_cap >= 0))
);


ALTER TABLE public.interviews_practicesettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_practicesettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_question (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    text character varying(300) NOT NULL,
    level character varying(6) NOT NULL,
    origin character varying(9) NOT NULL,
    points text NOT NULL,
    follow_ups text NOT NULL,
    steps character varying(200) NOT NULL,
    seconds smallint NOT NULL,
    keywords text NOT NULL,
    "position" smallint NOT NULL,
    category_id bigint NOT NULL,
    source_id bigint,
    draft boolean NOT NULL,
    words tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('english'::regconfig, COALESCE(public.search_fold((text)::text), ''::text)), 'A'::"char") || setweight(to_tsvector('english'::regconfig, COALESCE(public.search_fold(keywords), ''::text)), 'B'::"char")) || setweight(to_tsvector('english'::regconfig, ((COALESCE(public.search_fold(points), ''::text) || ' '::text) || COALESCE(public.search_fold(follow_ups), ''::text))), 'C'::"char"))) STORED,
    CONSTRAINT interviews_question_article_has_source CHECK (((NOT ((origin)::text = 'article'::text)) OR (source_id IS NOT NULL))),
    CONSTRAINT interviews_question_draft_is_not_offered CHECK (((NOT draft) OR (retired_at IS NOT NULL))),
    CONSTRAINT interviews_question_level_known CHECK (((level)::text = ANY (ARRAY[('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text]))),
    CONSTRAINT interviews_question_origin_known CHECK (((origin)::text = ANY (ARRAY[('original'::character varying)::text, ('article'::character varying)::text, ('suggested'::character varying)::text]))),
    CONSTRAINT interviews_question_position_check CHECK (("position" >= 0)),
    CONSTRAINT interviews_question_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT interviews_question_seconds_in_range CHECK (((seconds >= 15) AND (seconds <= 900)))
);


ALTER TABLE public.interviews_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_question_skills (
    id integer NOT NULL,
    question_id bigint NOT NULL,
    skill_id bigint NOT NULL
);


ALTER TABLE public.interviews_question_skills ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_question_skills_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_ratedanswer (
    id bigint NOT NULL,
    spoken_seconds smallint,
    note character varying(2000) NOT NULL,
    at timestamp with time zone NOT NULL,
    asked_id bigint,
    question_id bigint,
    user_id bigint NOT NULL,
    version_id bigint,
    corrected boolean NOT NULL,
    CONSTRAINT interviews_ratedanswer_on_one CHECK ((((asked_id IS NOT NULL) AND (question_id IS NULL)) OR ((asked_id IS NULL) AND (question_id IS NOT NULL)))),
    CONSTRAINT interviews_ratedanswer_spoken_seconds_check CHECK ((spoken_seconds >= 0))
);


ALTER TABLE public.interviews_ratedanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_ratedanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_reviewcard (
    id bigint NOT NULL,
    state smallint NOT NULL,
    step smallint,
    stability double precision,
    difficulty double precision,
    lapses smallint NOT NULL,
    asked_id bigint,
    question_id bigint,
    user_id bigint NOT NULL,
    due_on date NOT NULL,
    last_on date,
    moved_from date,
    token uuid NOT NULL,
    CONSTRAINT interviews_reviewcard_lapses_check CHECK ((lapses >= 0)),
    CONSTRAINT interviews_reviewcard_on_one CHECK ((((asked_id IS NOT NULL) AND (question_id IS NULL)) OR ((asked_id IS NULL) AND (question_id IS NOT NULL)))),
    CONSTRAINT interviews_reviewcard_state_check CHECK ((state >= 0)),
    CONSTRAINT interviews_reviewcard_state_known CHECK ((state = ANY (ARRAY[1, 2, 3]))),
    CONSTRAINT interviews_reviewcard_step_check CHECK ((step >= 0))
);


ALTER TABLE public.interviews_reviewcard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_reviewcard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_reviewlog (
    id bigint NOT NULL,
    token uuid NOT NULL,
    grade character varying(7) NOT NULL,
    at timestamp with time zone NOT NULL,
    card_id bigint NOT NULL,
    "on" date NOT NULL,
    corrected boolean NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT interviews_reviewlog_grade_known CHECK (((grade)::text = ANY (ARRAY[('fumbled'::character varying)::text, ('fine'::character varying)::text, ('nailed'::character varying)::text])))
);


ALTER TABLE public.interviews_reviewlog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_reviewlog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_roundtype (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    about character varying(300) NOT NULL,
    new_percent smallint NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT interviews_roundtype_new_percent_check CHECK ((new_percent >= 0)),
    CONSTRAINT interviews_roundtype_percent CHECK ((new_percent <= 100)),
    CONSTRAINT interviews_roundtype_position_check CHECK (("position" >= 0))
);


CREATE TABLE public.interviews_roundtype_categories (
    id integer NOT NULL,
    roundtype_id bigint NOT NULL,
    category_id bigint NOT NULL
);


ALTER TABLE public.interviews_roundtype_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_roundtype_categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.interviews_roundtype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_roundtype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_rubricscore (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    score smallint NOT NULL,
    label character varying(40) NOT NULL,
    description character varying(200) NOT NULL,
    CONSTRAINT interviews_rubricscore_in_range CHECK (((score >= 1) AND (score <= 5))),
    CONSTRAINT interviews_rubricscore_score_check CHECK ((score >= 0))
);


ALTER TABLE public.interviews_rubricscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_rubricscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_story (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    headline character varying(120) NOT NULL,
    happened_on date,
    situation character varying(5000) NOT NULL,
    task character varying(5000) NOT NULL,
    action character varying(5000) NOT NULL,
    result character varying(5000) NOT NULL,
    reflection character varying(5000) NOT NULL,
    in_30 character varying(5000) NOT NULL,
    in_90 character varying(5000) NOT NULL,
    in_180 character varying(5000) NOT NULL,
    user_id bigint NOT NULL,
    headline_key text GENERATED ALWAYS AS (btrim(regexp_replace(regexp_replace(regexp_replace(replace(replace(replace(replace(translate(lower((regexp_replace(NORMALIZE(headline, NFKD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]'::text, ''::text, 'g'::text) COLLATE "C")), 'ÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖøđðłħŧıς'::text, 'ædoþdhlŋœtɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆoddlhtiσ'::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), '([0-9]+)'::text, '000000000000\1'::text, 'g'::text), '[0-9]*([0-9]{12})'::text, '\1'::text, 'g'::text), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f\ufe00-\ufe0f\ufe30-\ufe6f\ufeff\U0001f000-\U0001faff]+'::text, ' '::text, 'g'::text), ' '::text)) STORED COLLATE pg_catalog."C",
    deletion_id bigint,
    CONSTRAINT interviews_story_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_story_named CHECK ((NOT ((headline)::text = ''::text))),
    CONSTRAINT interviews_story_not_ancient CHECK (((happened_on IS NULL) OR (happened_on >= '1950-01-01'::date)))
);


ALTER TABLE public.interviews_story ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_story_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_storycompetency (
    id bigint NOT NULL,
    competency_id bigint NOT NULL,
    story_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.interviews_storycompetency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_storycompetency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_storyevidence (
    id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    story_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.interviews_storyevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_storyevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_storyquestion (
    id bigint NOT NULL,
    question_id bigint NOT NULL,
    story_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.interviews_storyquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_storyquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_storyskill (
    id bigint NOT NULL,
    skill_id bigint NOT NULL,
    story_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.interviews_storyskill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_storyskill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_synonymgroup (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    terms text NOT NULL
);


ALTER TABLE public.interviews_synonymgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_synonymgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_telling (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    employer character varying(120) NOT NULL,
    to_whom character varying(160) NOT NULL,
    "on" date NOT NULL,
    note character varying(500) NOT NULL,
    interview_id bigint,
    story_id bigint NOT NULL,
    user_id bigint NOT NULL,
    deletion_id bigint,
    CONSTRAINT interviews_telling_edition_check CHECK ((edition >= 0)),
    CONSTRAINT interviews_telling_not_ancient CHECK (("on" >= '1950-01-01'::date)),
    CONSTRAINT interviews_telling_says_where CHECK ((NOT ((employer)::text = ''::text)))
);


ALTER TABLE public.interviews_telling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_telling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.interviews_word (
    id bigint NOT NULL,
    word character varying(40) NOT NULL,
    questions integer NOT NULL,
    CONSTRAINT interviews_word_questions_check CHECK ((questions >= 0))
);


ALTER TABLE public.interviews_word ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.interviews_word_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.keeping_brought (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    packed bytea NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.keeping_brought ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.keeping_brought_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.keeping_deletion (
    id bigint NOT NULL,
    subject character varying(60) NOT NULL,
    token uuid NOT NULL,
    name character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    along integer NOT NULL,
    restored_at timestamp with time zone,
    user_id bigint NOT NULL,
    waits_for_id bigint,
    CONSTRAINT keeping_deletion_along_check CHECK ((along >= 0))
);


ALTER TABLE public.keeping_deletion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.keeping_deletion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.keeping_event (
    id bigint NOT NULL,
    subject character varying(60) NOT NULL,
    token uuid NOT NULL,
    act character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    version integer,
    undoes_id bigint,
    user_id bigint NOT NULL,
    number_then bigint,
    CONSTRAINT keeping_event_number_then_check CHECK ((number_then >= 0)),
    CONSTRAINT keeping_event_says_what CHECK ((NOT ((act)::text = ''::text))),
    CONSTRAINT keeping_event_version_check CHECK ((version >= 0))
);


ALTER TABLE public.keeping_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.keeping_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.keeping_keptaside (
    id bigint NOT NULL,
    subject character varying(60) NOT NULL,
    digest character varying(64) NOT NULL,
    "row" jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.keeping_keptaside ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.keeping_keptaside_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_annex (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    subject character varying(60) NOT NULL,
    "row" uuid,
    said jsonb NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_annex_edition_check CHECK ((edition >= 0))
);


ALTER TABLE public.resumes_annex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_annex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_bullet (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    text character varying(600) NOT NULL,
    deletion_id bigint,
    position_id bigint,
    project_id bigint,
    user_id bigint NOT NULL,
    mention_id bigint,
    CONSTRAINT resumes_bullet_edition_check CHECK ((edition >= 0)),
    CONSTRAINT resumes_bullet_says_something CHECK ((NOT ((text)::text = ''::text)))
);


ALTER TABLE public.resumes_bullet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_bullet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_bulletevidence (
    id bigint NOT NULL,
    bullet_id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.resumes_bulletevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_bulletevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_contact (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(160) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(60) NOT NULL,
    url character varying(500) NOT NULL,
    address character varying(300) NOT NULL,
    postal_code character varying(20) NOT NULL,
    city character varying(120) NOT NULL,
    region character varying(120) NOT NULL,
    country_code character varying(2) NOT NULL,
    profiles jsonb NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_contact_country_code CHECK ((((country_code)::text = ''::text) OR ((country_code)::text ~ '^[A-Z]{2}$'::text))),
    CONSTRAINT resumes_contact_edition_check CHECK ((edition >= 0))
);


ALTER TABLE public.resumes_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_dismissal (
    id bigint NOT NULL,
    place integer NOT NULL,
    code character varying(30) NOT NULL,
    key character varying(80) NOT NULL,
    reason character varying(300) NOT NULL,
    user_id bigint NOT NULL,
    resume_id bigint NOT NULL,
    CONSTRAINT resumes_dismissal_place_check CHECK ((place >= 0))
);


ALTER TABLE public.resumes_dismissal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_dismissal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_mention (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(300) NOT NULL,
    organization character varying(300) NOT NULL,
    place character varying(160) NOT NULL,
    starts character varying(10) NOT NULL,
    ends character varying(10) NOT NULL,
    text character varying(5000) NOT NULL,
    url character varying(500) NOT NULL,
    level character varying(160) NOT NULL,
    score character varying(60) NOT NULL,
    words jsonb NOT NULL,
    roles jsonb NOT NULL,
    sort character varying(160) NOT NULL,
    deletion_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_mention_edition_check CHECK ((edition >= 0)),
    CONSTRAINT resumes_mention_ends_is_a_date CHECK ((((ends)::text = ''::text) OR ((ends)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))),
    CONSTRAINT resumes_mention_kind_known CHECK (((kind)::text = ANY (ARRAY[('projects'::character varying)::text, ('education'::character varying)::text, ('credentials'::character varying)::text, ('skills'::character varying)::text, ('languages'::character varying)::text, ('awards'::character varying)::text, ('publications'::character varying)::text, ('interests'::character varying)::text, ('references'::character varying)::text]))),
    CONSTRAINT resumes_mention_starts_is_a_date CHECK ((((starts)::text = ''::text) OR ((starts)::text ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text)))
);


ALTER TABLE public.resumes_mention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_mention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_resume (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    purpose character varying(300) NOT NULL,
    look character varying(8) NOT NULL,
    paper character varying(6) NOT NULL,
    base_id bigint,
    deletion_id bigint,
    user_id bigint NOT NULL,
    posting character varying(20000) NOT NULL,
    CONSTRAINT resumes_resume_edition_check CHECK ((edition >= 0)),
    CONSTRAINT resumes_resume_look_known CHECK (((look)::text = ANY (ARRAY[('classic'::character varying)::text, ('modern'::character varying)::text, ('compact'::character varying)::text]))),
    CONSTRAINT resumes_resume_named CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT resumes_resume_not_its_own_base CHECK (((base_id IS NULL) OR (NOT ((base_id = id) AND (base_id IS NOT NULL))))),
    CONSTRAINT resumes_resume_paper_known CHECK (((paper)::text = ANY (ARRAY[(''::character varying)::text, ('letter'::character varying)::text, ('a4'::character varying)::text])))
);


ALTER TABLE public.resumes_resume ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_resume_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_resumeline (
    id bigint NOT NULL,
    place integer NOT NULL,
    key character varying(80) NOT NULL,
    shown boolean,
    rank integer,
    wording character varying(5000) NOT NULL,
    beneath character varying(5000) NOT NULL,
    resume_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_resumeline_place_check CHECK ((place >= 0)),
    CONSTRAINT resumes_resumeline_rank_check CHECK ((rank >= 0))
);


ALTER TABLE public.resumes_resumeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_resumeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_reviewcomment (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(80) NOT NULL,
    about character varying(8000) NOT NULL,
    text character varying(2000) NOT NULL,
    by character varying(80) NOT NULL,
    state character varying(10) NOT NULL,
    deletion_id bigint,
    resume_id bigint NOT NULL,
    user_id bigint NOT NULL,
    link_id bigint,
    CONSTRAINT resumes_reviewcomment_edition_check CHECK ((edition >= 0)),
    CONSTRAINT resumes_reviewcomment_says_something CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT resumes_reviewcomment_state_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('accepted'::character varying)::text, ('declined'::character varying)::text, ('settled'::character varying)::text, ('taken_back'::character varying)::text])))
);


ALTER TABLE public.resumes_reviewcomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_reviewcomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_reviewlink (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    note character varying(500) NOT NULL,
    shows_contact boolean NOT NULL,
    secret_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    resume_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_reviewlink_expires_later CHECK ((expires_at > made_at))
);


ALTER TABLE public.resumes_reviewlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_reviewlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_revision (
    id bigint NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(200) NOT NULL,
    document jsonb NOT NULL,
    content jsonb NOT NULL,
    resume_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_revision_number_check CHECK ((number >= 0))
);


ALTER TABLE public.resumes_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_sentcopy (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    employer character varying(160) NOT NULL,
    purpose character varying(300) NOT NULL,
    "on" date NOT NULL,
    deletion_id bigint,
    resume_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT resumes_sentcopy_edition_check CHECK ((edition >= 0)),
    CONSTRAINT resumes_sentcopy_not_ancient CHECK (("on" >= '1950-01-01'::date)),
    CONSTRAINT resumes_sentcopy_says_where CHECK ((NOT ((employer)::text = ''::text)))
);


ALTER TABLE public.resumes_sentcopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_sentcopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.resumes_sentfile (
    id bigint NOT NULL,
    format character varying(4) NOT NULL,
    data bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    copy_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.resumes_sentfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.resumes_sentfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_aim (
    id bigint NOT NULL,
    token uuid NOT NULL,
    edition integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    interview_ahead boolean NOT NULL,
    education character varying(10) NOT NULL,
    led character varying(5) NOT NULL,
    credential_id bigint,
    deletion_id bigint,
    role_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT roadmap_aim_edition_check CHECK ((edition >= 0)),
    CONSTRAINT roadmap_aim_education_known CHECK (((education)::text = ANY (ARRAY[('none'::character varying)::text, ('secondary'::character varying)::text, ('associate'::character varying)::text, ('bachelor'::character varying)::text, ('master'::character varying)::text]))),
    CONSTRAINT roadmap_aim_led_known CHECK (((led)::text = ANY (ARRAY[('none'::character varying)::text, ('some'::character varying)::text, ('three'::character varying)::text, ('five'::character varying)::text])))
);


ALTER TABLE public.roadmap_aim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_aim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_checklisttick (
    id bigint NOT NULL,
    ticked_at timestamp with time zone NOT NULL,
    item_id bigint NOT NULL,
    progress_id bigint NOT NULL,
    text character varying(400) NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.roadmap_checklisttick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_checklisttick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_comparisonrow (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    aspect character varying(120) NOT NULL,
    technical character varying(200) NOT NULL,
    general character varying(200) NOT NULL,
    editor_note text NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT roadmap_comparisonrow_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_comparisonrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_comparisonrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_comparisonrow_note_sources (
    id integer NOT NULL,
    comparisonrow_id bigint NOT NULL,
    source_id bigint NOT NULL
);


ALTER TABLE public.roadmap_comparisonrow_note_sources ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_comparisonrow_note_sources_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_countedmilestone (
    id bigint NOT NULL,
    required boolean NOT NULL,
    since timestamp with time zone NOT NULL,
    milestone_id bigint NOT NULL,
    step_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.roadmap_countedmilestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_countedmilestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_duty (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(120) NOT NULL,
    in_practice text NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT roadmap_duty_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_duty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_duty_skills (
    id integer NOT NULL,
    duty_id bigint NOT NULL,
    skill_id bigint NOT NULL
);


ALTER TABLE public.roadmap_duty_skills ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_duty_skills_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_employmentfigure (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    by character varying(6) NOT NULL,
    name character varying(120) NOT NULL,
    jobs integer NOT NULL,
    share_percent numeric(4,1),
    median_annual integer,
    projected integer,
    change_percent smallint,
    openings_per_year integer,
    as_of character varying(120) NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT roadmap_employmentfigure_by_known CHECK (((by)::text = ANY (ARRAY[('year'::character varying)::text, ('sector'::character varying)::text, ('state'::character varying)::text]))),
    CONSTRAINT roadmap_employmentfigure_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT roadmap_employmentfigure_jobs_check CHECK ((jobs >= 0)),
    CONSTRAINT roadmap_employmentfigure_median_annual_check CHECK ((median_annual >= 0)),
    CONSTRAINT roadmap_employmentfigure_openings_per_year_check CHECK ((openings_per_year >= 0)),
    CONSTRAINT roadmap_employmentfigure_position_check CHECK (("position" >= 0)),
    CONSTRAINT roadmap_employmentfigure_projected_check CHECK ((projected >= 0))
);


ALTER TABLE public.roadmap_employmentfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_employmentfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_howtoitem (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    text character varying(400) NOT NULL,
    milestone_id bigint NOT NULL,
    CONSTRAINT roadmap_howtoitem_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_howtoitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_howtoitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_marketfact (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    as_of character varying(120) NOT NULL,
    caution text NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT roadmap_marketfact_dated CHECK ((NOT ((as_of)::text = ''::text))),
    CONSTRAINT roadmap_marketfact_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_marketfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_marketfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_marketfact_note_sources (
    id integer NOT NULL,
    marketfact_id bigint NOT NULL,
    source_id bigint NOT NULL
);


ALTER TABLE public.roadmap_marketfact_note_sources ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_marketfact_note_sources_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestone (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    title character varying(120) NOT NULL,
    level character varying(6) NOT NULL,
    required boolean NOT NULL,
    cost character varying(5) NOT NULL,
    effort_min smallint NOT NULL,
    effort_max smallint NOT NULL,
    why text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    version_number integer NOT NULL,
    step_id bigint NOT NULL,
    CONSTRAINT roadmap_milestone_cost_known CHECK (((cost)::text = ANY (ARRAY[('free'::character varying)::text, ('paid'::character varying)::text, ('mixed'::character varying)::text]))),
    CONSTRAINT roadmap_milestone_effort_max_check CHECK ((effort_max >= 0)),
    CONSTRAINT roadmap_milestone_effort_min_check CHECK ((effort_min >= 0)),
    CONSTRAINT roadmap_milestone_effort_ordered CHECK (((effort_max >= effort_min) AND (effort_min >= 1))),
    CONSTRAINT roadmap_milestone_level_known CHECK (((level)::text = ANY (ARRAY[('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text]))),
    CONSTRAINT roadmap_milestone_position_check CHECK (("position" >= 0)),
    CONSTRAINT roadmap_milestone_version_number_check CHECK ((version_number >= 0))
);


CREATE TABLE public.roadmap_milestone_credentials (
    id integer NOT NULL,
    milestone_id bigint NOT NULL,
    credential_id bigint NOT NULL
);


ALTER TABLE public.roadmap_milestone_credentials ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestone_credentials_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.roadmap_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestone_prerequisites (
    id integer NOT NULL,
    from_milestone_id bigint NOT NULL,
    to_milestone_id bigint NOT NULL
);


ALTER TABLE public.roadmap_milestone_prerequisites ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestone_prerequisites_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestone_skills (
    id integer NOT NULL,
    milestone_id bigint NOT NULL,
    skill_id bigint NOT NULL
);


ALTER TABLE public.roadmap_milestone_skills ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestone_skills_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestoneevidence (
    id bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    evidence_id bigint NOT NULL,
    milestone_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.roadmap_milestoneevidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestoneevidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestoneprogress (
    id bigint NOT NULL,
    state character varying(7) NOT NULL,
    started_on date,
    finished_on date,
    target_on date,
    skip_reason character varying(500) NOT NULL,
    note character varying(20000) NOT NULL,
    read_version integer NOT NULL,
    began_at timestamp with time zone NOT NULL,
    milestone_id bigint NOT NULL,
    user_id bigint NOT NULL,
    token uuid NOT NULL,
    not_now boolean NOT NULL,
    CONSTRAINT roadmap_milestoneprogress_dates_ordered CHECK (((started_on IS NULL) OR (finished_on IS NULL) OR (started_on <= finished_on))),
    CONSTRAINT roadmap_milestoneprogress_finished_when_done CHECK ((((finished_on IS NOT NULL) AND ((state)::text = 'done'::text)) OR ((NOT ((state)::text = 'done'::text)) AND (finished_on IS NULL)))),
    CONSTRAINT roadmap_milestoneprogress_read_version_check CHECK ((read_version >= 0)),
    CONSTRAINT roadmap_milestoneprogress_reason_when_skipped CHECK (((((state)::text = 'skipped'::text) AND (NOT ((skip_reason)::text = ''::text))) OR ((NOT ((state)::text = 'skipped'::text)) AND ((skip_reason)::text = ''::text)))),
    CONSTRAINT roadmap_milestoneprogress_state CHECK (((state)::text = ANY (ARRAY[('todo'::character varying)::text, ('doing'::character varying)::text, ('done'::character varying)::text, ('skipped'::character varying)::text])))
);


ALTER TABLE public.roadmap_milestoneprogress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestoneprogress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_milestoneversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    snapshot jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    milestone_id bigint NOT NULL,
    CONSTRAINT roadmap_milestoneversion_from_one CHECK ((number >= 1)),
    CONSTRAINT roadmap_milestoneversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.roadmap_milestoneversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_milestoneversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_passage (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    title character varying(120) NOT NULL,
    text text NOT NULL,
    source_id bigint
);


ALTER TABLE public.roadmap_passage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_passage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_proofhint (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    text character varying(400) NOT NULL,
    milestone_id bigint NOT NULL,
    CONSTRAINT roadmap_proofhint_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_proofhint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_proofhint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_prooflink (
    id bigint NOT NULL,
    url character varying(500) NOT NULL,
    title character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    progress_id bigint NOT NULL,
    user_id bigint NOT NULL,
    token uuid NOT NULL
);


ALTER TABLE public.roadmap_prooflink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_prooflink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_resource (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    name character varying(120) NOT NULL,
    url character varying(500) NOT NULL,
    cost character varying(5) NOT NULL,
    checked_on date,
    milestone_id bigint NOT NULL,
    CONSTRAINT roadmap_resource_cost_known CHECK (((cost)::text = ANY (ARRAY[('free'::character varying)::text, ('paid'::character varying)::text, ('mixed'::character varying)::text]))),
    CONSTRAINT roadmap_resource_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.roadmap_resource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_resource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_role (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    title character varying(120) NOT NULL,
    family character varying(14) NOT NULL,
    level character varying(9) NOT NULL,
    "position" smallint NOT NULL,
    years_min smallint,
    years_max smallint,
    also_called text NOT NULL,
    summary text NOT NULL,
    you_own text NOT NULL,
    what_differs text NOT NULL,
    good_background character varying(200) NOT NULL,
    example_projects text NOT NULL,
    ready_for_next_when text NOT NULL,
    CONSTRAINT roadmap_role_family_known CHECK (((family)::text = ANY (ARRAY[('ladder'::character varying)::text, ('specialization'::character varying)::text, ('adjacent'::character varying)::text]))),
    CONSTRAINT roadmap_role_level_known CHECK (((level)::text = ANY (ARRAY[('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text, ('staff'::character varying)::text, ('principal'::character varying)::text, ('director'::character varying)::text]))),
    CONSTRAINT roadmap_role_position_check CHECK (("position" >= 0)),
    CONSTRAINT roadmap_role_years_max_check CHECK ((years_max >= 0)),
    CONSTRAINT roadmap_role_years_min_check CHECK ((years_min >= 0))
);


CREATE TABLE public.roadmap_role_credentials (
    id integer NOT NULL,
    role_id bigint NOT NULL,
    credential_id bigint NOT NULL
);


ALTER TABLE public.roadmap_role_credentials ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_credentials_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.roadmap_role ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_role_moves_from (
    id integer NOT NULL,
    from_role_id bigint NOT NULL,
    to_role_id bigint NOT NULL
);


ALTER TABLE public.roadmap_role_moves_from ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_moves_from_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_role_moves_to (
    id integer NOT NULL,
    from_role_id bigint NOT NULL,
    to_role_id bigint NOT NULL
);


ALTER TABLE public.roadmap_role_moves_to ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_moves_to_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_role_skills (
    id integer NOT NULL,
    role_id bigint NOT NULL,
    skill_id bigint NOT NULL
);


ALTER TABLE public.roadmap_role_skills ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_skills_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_role_sources (
    id integer NOT NULL,
    role_id bigint NOT NULL,
    source_id bigint NOT NULL
);


ALTER TABLE public.roadmap_role_sources ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_role_sources_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_sign (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    means character varying(5) NOT NULL,
    way smallint NOT NULL,
    fact character varying(40) NOT NULL,
    at_least smallint NOT NULL,
    which character varying(300) NOT NULL,
    milestone_id bigint,
    CONSTRAINT roadmap_sign_at_least_check CHECK ((at_least >= 0)),
    CONSTRAINT roadmap_sign_counts_something CHECK (((at_least >= 1) AND (way >= 1))),
    CONSTRAINT roadmap_sign_means_known CHECK (((means)::text = ANY (ARRAY[('have'::character varying)::text, ('first'::character varying)::text]))),
    CONSTRAINT roadmap_sign_position_check CHECK (("position" >= 0)),
    CONSTRAINT roadmap_sign_way_check CHECK ((way >= 0))
);


ALTER TABLE public.roadmap_sign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_sign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.roadmap_step (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    number smallint NOT NULL,
    title character varying(80) NOT NULL,
    tagline character varying(120) NOT NULL,
    summary text NOT NULL,
    outcome text NOT NULL,
    CONSTRAINT roadmap_step_number_check CHECK ((number >= 0)),
    CONSTRAINT roadmap_step_number_in_range CHECK (((number >= 1) AND (number <= 6)))
);


ALTER TABLE public.roadmap_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.roadmap_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_distribution (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(300) NOT NULL,
    edition character varying(200) NOT NULL,
    url character varying(500) NOT NULL,
    kind character varying(5) NOT NULL,
    currency character varying(3) NOT NULL,
    as_of character varying(10) NOT NULL,
    year smallint GENERATED ALWAYS AS (("substring"((as_of)::text, '^[0-9]{4}'::text))::smallint) STORED,
    newest boolean NOT NULL,
    source_id bigint NOT NULL,
    industry_id bigint NOT NULL,
    occupation_id bigint NOT NULL,
    place_id bigint NOT NULL,
    employment integer,
    employment_error numeric(4,1),
    CONSTRAINT salaries_distribution_currency_known CHECK (((currency)::text ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT salaries_distribution_dated CHECK (((as_of)::text ~ '^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'::text)),
    CONSTRAINT salaries_distribution_employment_check CHECK ((employment >= 0)),
    CONSTRAINT salaries_distribution_kind_known CHECK (((kind)::text = ANY (ARRAY[('base'::character varying)::text, ('total'::character varying)::text])))
);


ALTER TABLE public.salaries_distribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_distribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_industry (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(60) NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(160) NOT NULL,
    "position" smallint NOT NULL,
    parent_id bigint,
    CONSTRAINT salaries_industry_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.salaries_industry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_industry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_keptnumber (
    id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    currency character varying(3) NOT NULL,
    period character varying(5) NOT NULL,
    kind character varying(5) NOT NULL,
    level character varying(12) NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    occupation_id bigint,
    place_id bigint NOT NULL,
    CONSTRAINT salaries_keptnumber_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT salaries_keptnumber_choices_known CHECK ((((kind)::text = ANY (ARRAY[('base'::character varying)::text, ('total'::character varying)::text])) AND ((level)::text = ANY (ARRAY[('all'::character varying)::text, ('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text, ('experienced'::character varying)::text])) AND ((period)::text = ANY (ARRAY[('year'::character varying)::text, ('month'::character varying)::text, ('day'::character varying)::text, ('hour'::character varying)::text])))),
    CONSTRAINT salaries_keptnumber_currency_known CHECK (((currency)::text ~ '^[A-Z]{3}$'::text))
);


ALTER TABLE public.salaries_keptnumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_keptnumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_method (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(80) NOT NULL,
    basis character varying(10) NOT NULL,
    short_name character varying(60) NOT NULL,
    covers text NOT NULL,
    cautions text NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT salaries_method_basis_known CHECK (((basis)::text = ANY (ARRAY[('employers'::character varying)::text, ('vacancies'::character varying)::text, ('members'::character varying)::text, ('reports'::character varying)::text, ('recruiter'::character varying)::text, ('outlook'::character varying)::text, ('legal'::character varying)::text])))
);


ALTER TABLE public.salaries_method ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_method_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_occupation (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(60) NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    description text NOT NULL,
    core boolean NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT salaries_occupation_kind_known CHECK (((kind)::text = ANY (ARRAY[('ladder'::character varying)::text, ('occupation'::character varying)::text, ('group'::character varying)::text]))),
    CONSTRAINT salaries_occupation_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.salaries_occupation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_occupation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_place (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(40) NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(7) NOT NULL,
    "position" smallint NOT NULL,
    parent_id bigint,
    also text NOT NULL,
    official_name character varying(160) NOT NULL,
    CONSTRAINT salaries_place_kind_known CHECK (((kind)::text = ANY (ARRAY[('country'::character varying)::text, ('region'::character varying)::text, ('city'::character varying)::text]))),
    CONSTRAINT salaries_place_nested CHECK (((((kind)::text = 'country'::text) AND (parent_id IS NULL)) OR ((NOT ((kind)::text = 'country'::text)) AND (parent_id IS NOT NULL)))),
    CONSTRAINT salaries_place_not_in_itself CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT salaries_place_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.salaries_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.salaries_salaryclaim (
    id bigint NOT NULL,
    retired_at timestamp with time zone,
    slug character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    role_as_named character varying(160) NOT NULL,
    level character varying(12) NOT NULL,
    level_rule character varying(200) NOT NULL,
    statistic character varying(24) NOT NULL,
    amount numeric(12,2) NOT NULL,
    period character varying(5) NOT NULL,
    confidence character varying(6) NOT NULL,
    retrieved_on date NOT NULL,
    checked_on date NOT NULL,
    review_by date NOT NULL,
    headline boolean NOT NULL,
    distribution_id bigint NOT NULL,
    relative_error numeric(4,1),
    CONSTRAINT salaries_salaryclaim_amount_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT salaries_salaryclaim_confidence_known CHECK (((confidence)::text = ANY (ARRAY[('high'::character varying)::text, ('medium'::character varying)::text, ('low'::character varying)::text]))),
    CONSTRAINT salaries_salaryclaim_dates_ordered CHECK (((checked_on >= retrieved_on) AND (review_by > checked_on))),
    CONSTRAINT salaries_salaryclaim_level_has_a_rule CHECK ((((level)::text = 'all'::text) OR (NOT ((level_rule)::text = ''::text)))),
    CONSTRAINT salaries_salaryclaim_level_known CHECK (((level)::text = ANY (ARRAY[('all'::character varying)::text, ('entry'::character varying)::text, ('mid'::character varying)::text, ('senior'::character varying)::text, ('experienced'::character varying)::text]))),
    CONSTRAINT salaries_salaryclaim_period_known CHECK (((period)::text = ANY (ARRAY[('year'::character varying)::text, ('month'::character varying)::text, ('day'::character varying)::text, ('hour'::character varying)::text]))),
    CONSTRAINT salaries_salaryclaim_position_check CHECK (("position" >= 0)),
    CONSTRAINT salaries_salaryclaim_statistic_known CHECK (((statistic)::text = ANY (ARRAY[('p10'::character varying)::text, ('p25'::character varying)::text, ('p50'::character varying)::text, ('p75'::character varying)::text, ('p90'::character varying)::text, ('mean'::character varying)::text, ('mean_lowest_third'::character varying)::text, ('mean_upper_two_thirds'::character varying)::text, ('typical'::character varying)::text, ('lower'::character varying)::text, ('upper'::character varying)::text, ('visa_going_rate'::character varying)::text])))
);


ALTER TABLE public.salaries_salaryclaim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.salaries_salaryclaim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.throttles (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


INSERT INTO public.curation_edition VALUES
	(2, 'bank', gen_random_uuid());


INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', now()),
	(2, 'contenttypes', '0002_remove_content_type_name', now()),
	(3, 'auth', '0001_initial', now()),
	(4, 'auth', '0002_alter_permission_name_max_length', now()),
	(5, 'auth', '0003_alter_user_email_max_length', now()),
	(6, 'auth', '0004_alter_user_username_opts', now()),
	(7, 'auth', '0005_alter_user_last_login_null', now()),
	(8, 'auth', '0006_require_contenttypes_0002', now()),
	(9, 'auth', '0007_alter_validators_add_error_messages', now()),
	(10, 'auth', '0008_alter_user_username_max_length', now()),
	(11, 'auth', '0009_alter_user_last_name_max_length', now()),
	(12, 'auth', '0010_alter_group_name_max_length', now()),
	(13, 'auth', '0011_update_proxy_permissions', now()),
	(14, 'auth', '0012_alter_user_first_name_max_length', now()),
	(15, 'accounts', '0001_create_user', now()),
	(16, 'account', '0001_initial', now()),
	(17, 'account', '0002_email_max_length', now()),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', now()),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', now()),
	(20, 'account', '0005_emailaddress_idx_upper_email', now()),
	(21, 'account', '0006_emailaddress_lower', now()),
	(22, 'account', '0007_emailaddress_idx_email', now()),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', now()),
	(24, 'account', '0009_emailaddress_unique_primary_email', now()),
	(25, 'usersessions', '0001_initial', now()),
	(26, 'mfa', '0001_initial', now()),
	(27, 'mfa', '0002_authenticator_timestamps', now()),
	(28, 'mfa', '0003_authenticator_type_uniq', now()),
	(29, 'accounts', '0002_count_tries_for_all_workers', now()),
	(30, 'accounts', '0003_spell_addresses_in_one_way', now()),
	(31, 'accounts', '0004_outgoing_mail', now()),
	(32, 'accounts', '0005_email_in_one_spelling', now()),
	(33, 'accounts', '0006_last_run', now()),
	(34, 'accounts', '0007_address_of_a_calendar', now()),
	(35, 'accounts', '0008_count_sign_outs', now()),
	(36, 'accounts', '0009_mail_that_was_asked_for', now()),
	(37, 'accounts', '0010_begin_without_an_address', now()),
	(38, 'accounts', '0011_learners_are_marked_anew', now()),
	(39, 'accounts', '0012_one_index_begins_with_the_learner', now()),
	(40, 'admin', '0001_initial', now()),
	(41, 'admin', '0002_logentry_remove_auto_add', now()),
	(42, 'admin', '0003_logentry_add_action_flag_choices', now()),
	(43, 'keeping', '0001_deletions_and_events', now()),
	(44, 'keeping', '0002_numbers_of_the_log_of_milestones', now()),
	(45, 'curation', '0001_sources_and_seed_records', now()),
	(46, 'evidence', '0001_skills_and_credentials', now()),
	(47, 'evidence', '0002_one_term_per_skill', now()),
	(48, 'curation', '0002_longer_seed_keys', now()),
	(49, 'evidence', '0003_learners_own_rows', now()),
	(50, 'evidence', '0004_first_versions_of_the_rules', now()),
	(51, 'interviews', '0001_bank_and_practice', now()),
	(52, 'interviews', '0002_mock_interviews', now()),
	(53, 'interviews', '0003_editions_of_the_bank', now()),
	(54, 'interviews', '0004_words_are_part_of_an_edition', now()),
	(55, 'interviews', '0005_days_of_reviews', now()),
	(56, 'interviews', '0006_replay_cards_by_days', now()),
	(57, 'interviews', '0007_days_instead_of_moments', now()),
	(58, 'interviews', '0008_plain_line_ends', now()),
	(59, 'interviews', '0009_order_stories_as_people_do', now()),
	(60, 'interviews', '0010_corrected_reviews', now()),
	(61, 'interviews', '0011_drafts', now()),
	(62, 'curation', '0003_import_drafts', now()),
	(63, 'curation', '0004_plain_line_ends', now()),
	(64, 'curation', '0005_encoding_of_an_import', now()),
	(65, 'curation', '0006_texts_as_searches_read_them', now()),
	(66, 'interviews', '0012_words_as_searches_read_them', now()),
	(67, 'interviews', '0013_synonyms', now()),
	(68, 'curation', '0007_editions_of_shelves', now()),
	(69, 'interviews', '0014_one_table_of_editions', now()),
	(70, 'evidence', '0005_plain_line_ends', now()),
	(71, 'evidence', '0006_whether_a_setting_was_said', now()),
	(72, 'evidence', '0007_values_to_give_back', now()),
	(73, 'evidence', '0008_words_as_searches_read_them', now()),
	(74, 'evidence', '0009_degrees_that_were_over', now()),
	(75, 'evidence', '0010_deletions_and_events', now()),
	(76, 'interviews', '0015_deletions_and_events', now()),
	(77, 'evidence', '0011_without_the_old_bin', now()),
	(78, 'evidence', '0012_the_learners_key_everywhere', now()),
	(79, 'evidence', '0013_where_a_learner_worked', now()),
	(80, 'resumes', '0001_resumes_and_what_they_are_drawn_from', now()),
	(81, 'resumes', '0002_sent_copies_stay_as_they_are', now()),
	(82, 'resumes', '0003_the_posting_a_resume_is_for', now()),
	(83, 'resumes', '0004_reviews_by_others', now()),
	(84, 'applications', '0001_postings_stages_and_offers', now()),
	(85, 'applications', '0002_postings_stay_as_they_were_pasted', now()),
	(86, 'applications', '0003_postings_know_what_is_alike', now()),
	(87, 'applications', '0004_learners_are_marked_anew', now()),
	(88, 'applications', '0005_one_index_begins_with_the_learner', now()),
	(89, 'curation', '0008_what_links_led_to', now()),
	(90, 'curation', '0009_who_changed_what', now()),
	(91, 'curation', '0010_readers_reports', now()),
	(92, 'curation', '0011_drafts', now()),
	(93, 'curation', '0012_one_act_and_several', now()),
	(94, 'curation', '0013_constraints_say_what_is_wrong', now()),
	(95, 'curation', '0014_public_pages_are_made_anew', now()),
	(96, 'evidence', '0014_credentials_by_any_name', now()),
	(97, 'evidence', '0015_who_changed_what', now()),
	(98, 'evidence', '0016_constraints_say_what_is_wrong', now()),
	(99, 'evidence', '0017_public_pages_are_made_anew', now()),
	(100, 'evidence', '0018_learners_are_marked_anew', now()),
	(101, 'evidence', '0019_one_index_begins_with_the_learner', now()),
	(102, 'keeping', '0003_the_last_thing_somebody_did', now()),
	(103, 'interviews', '0016_without_the_old_bin', now()),
	(104, 'interviews', '0017_reviews_in_the_history', now()),
	(105, 'interviews', '0018_the_learners_key_everywhere', now()),
	(106, 'interviews', '0019_one_name_for_an_edition', now()),
	(107, 'interviews', '0020_rounds_of_applications', now()),
	(108, 'interviews', '0021_times_places_and_what_to_ask', now()),
	(109, 'interviews', '0022_mock_interviews_are_set_up_first', now()),
	(110, 'interviews', '0023_who_changed_what', now()),
	(111, 'interviews', '0024_the_wording_that_was_answered', now()),
	(112, 'interviews', '0025_constraints_say_what_is_wrong', now()),
	(113, 'interviews', '0026_public_pages_are_made_anew', now()),
	(114, 'interviews', '0027_learners_are_marked_anew', now()),
	(115, 'interviews', '0028_one_index_begins_with_the_learner', now()),
	(116, 'keeping', '0004_deleted_and_restored', now()),
	(117, 'keeping', '0005_keep_rows_aside_whose_content_is_not_here', now()),
	(118, 'keeping', '0006_documents_that_were_brought', now()),
	(119, 'keeping', '0007_learners_are_marked_anew', now()),
	(120, 'keeping', '0008_one_index_begins_with_the_learner', now()),
	(121, 'resumes', '0005_email_in_one_spelling', now()),
	(122, 'resumes', '0006_pages_elsewhere_are_checked', now()),
	(123, 'resumes', '0007_learners_are_marked_anew', now()),
	(124, 'resumes', '0008_one_index_begins_with_the_learner', now()),
	(125, 'roadmap', '0001_steps_progress_and_guide', now()),
	(126, 'roadmap', '0002_leave_pay_to_the_salaries', now()),
	(127, 'roadmap', '0003_evidence_for_milestones', now()),
	(128, 'roadmap', '0004_pages_of_this_site_as_resources', now()),
	(129, 'roadmap', '0005_count_on_the_roadmap_as_it_was', now()),
	(130, 'roadmap', '0006_plain_line_ends', now()),
	(131, 'roadmap', '0007_progress_in_the_history', now()),
	(132, 'roadmap', '0008_without_the_old_log', now()),
	(133, 'roadmap', '0009_ask_about_what_rows_speak_for', now()),
	(134, 'roadmap', '0010_what_a_learner_is_after', now()),
	(135, 'roadmap', '0011_who_changed_what', now()),
	(136, 'roadmap', '0012_constraints_say_what_is_wrong', now()),
	(137, 'roadmap', '0013_checklist_items', now()),
	(138, 'roadmap', '0014_public_pages_are_made_anew', now()),
	(139, 'roadmap', '0015_learners_are_marked_anew', now()),
	(140, 'roadmap', '0016_one_index_begins_with_the_learner', now()),
	(141, 'salaries', '0001_claims', now()),
	(142, 'salaries', '0002_rules_in_the_database', now()),
	(143, 'salaries', '0003_indexes_for_the_filters', now()),
	(144, 'salaries', '0004_import_drafts', now()),
	(145, 'salaries', '0005_longer_names', now()),
	(146, 'salaries', '0006_drafts_of_all_tables', now()),
	(147, 'salaries', '0007_plain_line_ends', now()),
	(148, 'salaries', '0008_editions_of_the_claims', now()),
	(149, 'salaries', '0009_areas_employment_and_errors', now()),
	(150, 'salaries', '0010_one_history_for_all_tables', now()),
	(151, 'salaries', '0011_the_map_on_the_shelf', now()),
	(152, 'salaries', '0012_constraints_say_what_is_wrong', now()),
	(153, 'salaries', '0013_public_pages_are_made_anew', now()),
	(154, 'salaries', '0014_learners_are_marked_anew', now()),
	(155, 'sessions', '0001_initial', now());


SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_calendarlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_edition_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_lastrun_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_mailchoices_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_outgoingmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_sentmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);


SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_application_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_applicationcopy_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_duty_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_habits_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_offer_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_offerequity_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_person_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_postingtext_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_requirement_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_requirementcredential_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_requirementskill_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_savedview_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_stagechange_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_task_id_seq', 1, false);


SELECT pg_catalog.setval('public.applications_taskliking_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_batch_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_change_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_draft_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_edition_id_seq', 2, true);


SELECT pg_catalog.setval('public.curation_importdraft_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_linkcheck_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_report_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_seedrecord_id_seq', 1, false);


SELECT pg_catalog.setval('public.curation_source_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 155, true);


SELECT pg_catalog.setval('public.evidence_credential_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_credential_sources_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_credentialfact_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_credentialfee_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_descriptionlimit_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_education_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_eligibilitypath_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_eligibilityrequirement_holds_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_eligibilityrequirement_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_eligibilityrequirement_waived_by_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_evidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_evidencelink_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_evidenceskill_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_examdomain_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_heldcredential_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_pathversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_position_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_project_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_recovery_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_renewalrule_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_renewalunits_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_ruleread_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_sequence_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_sequenceitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_skill_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_skillalias_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_skillgroup_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_skillstanding_id_seq', 1, false);


SELECT pg_catalog.setval('public.evidence_training_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_answer_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_answerversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_askedquestion_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_category_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_competency_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_competency_questions_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_dimension_applies_to_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_dimension_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_dimensionscore_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_favorite_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_helperlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_interview_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_mockinterview_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_mocknote_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_mockquestion_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_mockscore_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_practicesettings_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_question_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_question_skills_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_ratedanswer_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_reviewcard_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_reviewlog_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_roundtype_categories_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_roundtype_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_rubricscore_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_story_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_storycompetency_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_storyevidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_storyquestion_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_storyskill_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_synonymgroup_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_telling_id_seq', 1, false);


SELECT pg_catalog.setval('public.interviews_word_id_seq', 1, false);


SELECT pg_catalog.setval('public.keeping_brought_id_seq', 1, false);


SELECT pg_catalog.setval('public.keeping_deletion_id_seq', 1, false);


SELECT pg_catalog.setval('public.keeping_event_id_seq', 1, false);


SELECT pg_catalog.setval('public.keeping_keptaside_id_seq', 1, false);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_annex_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_bullet_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_bulletevidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_contact_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_dismissal_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_mention_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_resume_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_resumeline_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_reviewcomment_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_reviewlink_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_revision_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_sentcopy_id_seq', 1, false);


SELECT pg_catalog.setval('public.resumes_sentfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_aim_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_checklisttick_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_comparisonrow_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_comparisonrow_note_sources_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_countedmilestone_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_duty_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_duty_skills_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_employmentfigure_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_howtoitem_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_marketfact_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_marketfact_note_sources_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestone_credentials_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestone_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestone_prerequisites_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestone_skills_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestoneevidence_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestoneprogress_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_milestoneversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_passage_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_proofhint_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_prooflink_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_resource_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_credentials_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_moves_from_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_moves_to_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_skills_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_role_sources_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_sign_id_seq', 1, false);


SELECT pg_catalog.setval('public.roadmap_step_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_distribution_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_industry_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_keptnumber_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_method_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_occupation_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_place_id_seq', 1, false);


SELECT pg_catalog.setval('public.salaries_salaryclaim_id_seq', 1, false);


SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_calendarlink
    ADD CONSTRAINT accounts_calendarlink_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.accounts_calendarlink
    ADD CONSTRAINT accounts_calendarlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_calendarlink
    ADD CONSTRAINT accounts_calendarlink_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.accounts_edition
    ADD CONSTRAINT accounts_edition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_lastrun
    ADD CONSTRAINT accounts_lastrun_name_key UNIQUE (name);


ALTER TABLE ONLY public.accounts_lastrun
    ADD CONSTRAINT accounts_lastrun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_mailchoices
    ADD CONSTRAINT accounts_mailchoices_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_mailchoices
    ADD CONSTRAINT accounts_mailchoices_stop_key_key UNIQUE (stop_key);


ALTER TABLE ONLY public.accounts_mailchoices
    ADD CONSTRAINT accounts_mailchoices_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.accounts_outgoingmail
    ADD CONSTRAINT accounts_outgoingmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_sentmail
    ADD CONSTRAINT accounts_sentmail_once UNIQUE (user_id, key);


ALTER TABLE ONLY public.accounts_sentmail
    ADD CONSTRAINT accounts_sentmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_first_press_key UNIQUE (first_press);


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);


ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_applicationcopy
    ADD CONSTRAINT applications_applicationcopy_once UNIQUE (application_id, copy_id);


ALTER TABLE ONLY public.applications_applicationcopy
    ADD CONSTRAINT applications_applicationcopy_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_duty
    ADD CONSTRAINT applications_duty_once UNIQUE (application_id, place);


ALTER TABLE ONLY public.applications_duty
    ADD CONSTRAINT applications_duty_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_habits
    ADD CONSTRAINT applications_habits_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_habits
    ADD CONSTRAINT applications_habits_one_for_each UNIQUE (user_id);


ALTER TABLE ONLY public.applications_habits
    ADD CONSTRAINT applications_habits_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_offer
    ADD CONSTRAINT applications_offer_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_offer
    ADD CONSTRAINT applications_offer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_offerequity
    ADD CONSTRAINT applications_offerequity_once UNIQUE (offer_id, year);


ALTER TABLE ONLY public.applications_offerequity
    ADD CONSTRAINT applications_offerequity_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_person
    ADD CONSTRAINT applications_person_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_person
    ADD CONSTRAINT applications_person_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_postingtext
    ADD CONSTRAINT applications_postingtext_once UNIQUE (application_id, place);


ALTER TABLE ONLY public.applications_postingtext
    ADD CONSTRAINT applications_postingtext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_requirement
    ADD CONSTRAINT applications_requirement_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_requirement
    ADD CONSTRAINT applications_requirement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_requirementcredential
    ADD CONSTRAINT applications_requirementcredential_once UNIQUE (requirement_id, credential_id);


ALTER TABLE ONLY public.applications_requirementcredential
    ADD CONSTRAINT applications_requirementcredential_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_requirementskill
    ADD CONSTRAINT applications_requirementskill_once UNIQUE (requirement_id, skill_id);


ALTER TABLE ONLY public.applications_requirementskill
    ADD CONSTRAINT applications_requirementskill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_savedview
    ADD CONSTRAINT applications_savedview_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_savedview
    ADD CONSTRAINT applications_savedview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_stagechange
    ADD CONSTRAINT applications_stagechange_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_stagechange
    ADD CONSTRAINT applications_stagechange_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_task
    ADD CONSTRAINT applications_task_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_task
    ADD CONSTRAINT applications_task_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.applications_taskliking
    ADD CONSTRAINT applications_taskliking_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.applications_taskliking
    ADD CONSTRAINT applications_taskliking_one_for_each UNIQUE (user_id, task);


ALTER TABLE ONLY public.applications_taskliking
    ADD CONSTRAINT applications_taskliking_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_batch
    ADD CONSTRAINT curation_batch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_change
    ADD CONSTRAINT curation_change_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_draft
    ADD CONSTRAINT curation_draft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_draft
    ADD CONSTRAINT curation_draft_token_key UNIQUE (token);


ALTER TABLE ONLY public.curation_edition
    ADD CONSTRAINT curation_edition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_importdraft
    ADD CONSTRAINT curation_importdraft_once UNIQUE (by_id, "table");


ALTER TABLE ONLY public.curation_importdraft
    ADD CONSTRAINT curation_importdraft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_linkcheck
    ADD CONSTRAINT curation_linkcheck_address_key UNIQUE (address);


ALTER TABLE ONLY public.curation_linkcheck
    ADD CONSTRAINT curation_linkcheck_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_report
    ADD CONSTRAINT curation_report_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_report
    ADD CONSTRAINT curation_report_token_key UNIQUE (token);


ALTER TABLE ONLY public.curation_seedrecord
    ADD CONSTRAINT curation_seedrecord_once UNIQUE ("table", key);


ALTER TABLE ONLY public.curation_seedrecord
    ADD CONSTRAINT curation_seedrecord_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_source
    ADD CONSTRAINT curation_source_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.curation_source
    ADD CONSTRAINT curation_source_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.evidence_credential
    ADD CONSTRAINT evidence_credential_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_credential
    ADD CONSTRAINT evidence_credential_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.evidence_credential_sources
    ADD CONSTRAINT evidence_credential_sour_credential_id_source_id_44bb19f0_uniq UNIQUE (credential_id, source_id);


ALTER TABLE ONLY public.evidence_credential_sources
    ADD CONSTRAINT evidence_credential_sources_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_credentialfact
    ADD CONSTRAINT evidence_credentialfact_once UNIQUE (credential_id, slug);


ALTER TABLE ONLY public.evidence_credentialfact
    ADD CONSTRAINT evidence_credentialfact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_credentialfee
    ADD CONSTRAINT evidence_credentialfee_once UNIQUE (credential_id, slug);


ALTER TABLE ONLY public.evidence_credentialfee
    ADD CONSTRAINT evidence_credentialfee_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_descriptionlimit
    ADD CONSTRAINT evidence_descriptionlimit_once UNIQUE (credential_id, slug);


ALTER TABLE ONLY public.evidence_descriptionlimit
    ADD CONSTRAINT evidence_descriptionlimit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_education
    ADD CONSTRAINT evidence_education_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_education
    ADD CONSTRAINT evidence_education_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_eligibilitypath
    ADD CONSTRAINT evidence_eligibilitypath_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_eligibilitypath
    ADD CONSTRAINT evidence_eligibilitypath_slug_once UNIQUE (slug);


ALTER TABLE ONLY public.evidence_eligibilityrequirement_waived_by
    ADD CONSTRAINT evidence_eligibilityrequ_eligibilityrequirement_i_4281642f_uniq UNIQUE (eligibilityrequirement_id, credential_id);


ALTER TABLE ONLY public.evidence_eligibilityrequirement_holds
    ADD CONSTRAINT evidence_eligibilityrequ_eligibilityrequirement_i_75280604_uniq UNIQUE (eligibilityrequirement_id, credential_id);


ALTER TABLE ONLY public.evidence_eligibilityrequirement_holds
    ADD CONSTRAINT evidence_eligibilityrequirement_holds_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_eligibilityrequirement
    ADD CONSTRAINT evidence_eligibilityrequirement_once UNIQUE (path_id, slug);


ALTER TABLE ONLY public.evidence_eligibilityrequirement
    ADD CONSTRAINT evidence_eligibilityrequirement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_eligibilityrequirement_waived_by
    ADD CONSTRAINT evidence_eligibilityrequirement_waived_by_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_evidencelink
    ADD CONSTRAINT evidence_evidencelink_once UNIQUE (evidence_id, "position");


ALTER TABLE ONLY public.evidence_evidencelink
    ADD CONSTRAINT evidence_evidencelink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_evidenceskill
    ADD CONSTRAINT evidence_evidenceskill_once UNIQUE (evidence_id, skill_id);


ALTER TABLE ONLY public.evidence_evidenceskill
    ADD CONSTRAINT evidence_evidenceskill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_examdomain
    ADD CONSTRAINT evidence_examdomain_once UNIQUE (credential_id, slug);


ALTER TABLE ONLY public.evidence_examdomain
    ADD CONSTRAINT evidence_examdomain_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_heldcredential
    ADD CONSTRAINT evidence_heldcredential_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_heldcredential
    ADD CONSTRAINT evidence_heldcredential_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_pathversion
    ADD CONSTRAINT evidence_pathversion_once UNIQUE (path_id, number);


ALTER TABLE ONLY public.evidence_pathversion
    ADD CONSTRAINT evidence_pathversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_position
    ADD CONSTRAINT evidence_position_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_position
    ADD CONSTRAINT evidence_position_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_project
    ADD CONSTRAINT evidence_project_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_project
    ADD CONSTRAINT evidence_project_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_recovery
    ADD CONSTRAINT evidence_recovery_once UNIQUE (user_id, subject, token, field);


ALTER TABLE ONLY public.evidence_recovery
    ADD CONSTRAINT evidence_recovery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_renewalrule
    ADD CONSTRAINT evidence_renewalrule_once UNIQUE (credential_id, slug);


ALTER TABLE ONLY public.evidence_renewalrule
    ADD CONSTRAINT evidence_renewalrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_renewalunits
    ADD CONSTRAINT evidence_renewalunits_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_renewalunits
    ADD CONSTRAINT evidence_renewalunits_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_ruleread
    ADD CONSTRAINT evidence_ruleread_once UNIQUE (user_id, version_id);


ALTER TABLE ONLY public.evidence_ruleread
    ADD CONSTRAINT evidence_ruleread_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_sequence
    ADD CONSTRAINT evidence_sequence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_sequence
    ADD CONSTRAINT evidence_sequence_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.evidence_sequenceitem
    ADD CONSTRAINT evidence_sequenceitem_once_in_sequence UNIQUE (sequence_id, slug);


ALTER TABLE ONLY public.evidence_sequenceitem
    ADD CONSTRAINT evidence_sequenceitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_skill
    ADD CONSTRAINT evidence_skill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_skill
    ADD CONSTRAINT evidence_skill_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.evidence_skillalias
    ADD CONSTRAINT evidence_skillalias_once_in_skill UNIQUE (skill_id, slug);


ALTER TABLE ONLY public.evidence_skillalias
    ADD CONSTRAINT evidence_skillalias_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_skillgroup
    ADD CONSTRAINT evidence_skillgroup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_skillgroup
    ADD CONSTRAINT evidence_skillgroup_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.evidence_skillstanding
    ADD CONSTRAINT evidence_skillstanding_once UNIQUE (user_id, skill_id);


ALTER TABLE ONLY public.evidence_skillstanding
    ADD CONSTRAINT evidence_skillstanding_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.evidence_training
    ADD CONSTRAINT evidence_training_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.evidence_training
    ADD CONSTRAINT evidence_training_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_once_asked UNIQUE (user_id, asked_id);


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_once_question UNIQUE (user_id, question_id);


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_answerversion
    ADD CONSTRAINT interviews_answerversion_once UNIQUE (answer_id, number);


ALTER TABLE ONLY public.interviews_answerversion
    ADD CONSTRAINT interviews_answerversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedquestion_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedquestion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_category
    ADD CONSTRAINT interviews_category_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_category
    ADD CONSTRAINT interviews_category_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_competency
    ADD CONSTRAINT interviews_competency_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_competency_questions
    ADD CONSTRAINT interviews_competency_qu_competency_id_question_i_c0cdfe06_uniq UNIQUE (competency_id, question_id);


ALTER TABLE ONLY public.interviews_competency_questions
    ADD CONSTRAINT interviews_competency_questions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_competency
    ADD CONSTRAINT interviews_competency_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_dimension_applies_to
    ADD CONSTRAINT interviews_dimension_app_dimension_id_category_id_237601a3_uniq UNIQUE (dimension_id, category_id);


ALTER TABLE ONLY public.interviews_dimension_applies_to
    ADD CONSTRAINT interviews_dimension_applies_to_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_dimension
    ADD CONSTRAINT interviews_dimension_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_dimension
    ADD CONSTRAINT interviews_dimension_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_dimensionscore
    ADD CONSTRAINT interviews_dimensionscore_once UNIQUE (rating_id, dimension_id);


ALTER TABLE ONLY public.interviews_dimensionscore
    ADD CONSTRAINT interviews_dimensionscore_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_favorite
    ADD CONSTRAINT interviews_favorite_once UNIQUE (user_id, question_id);


ALTER TABLE ONLY public.interviews_favorite
    ADD CONSTRAINT interviews_favorite_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_helperlink
    ADD CONSTRAINT interviews_helperlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_helperlink
    ADD CONSTRAINT interviews_helperlink_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinterview_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinterview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_mocknote
    ADD CONSTRAINT interviews_mocknote_once UNIQUE (question_id, link_id);


ALTER TABLE ONLY public.interviews_mocknote
    ADD CONSTRAINT interviews_mocknote_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquestion_once UNIQUE (mock_id, place);


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquestion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquestion_rating_id_key UNIQUE (rating_id);


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_once UNIQUE (question_id, link_id, dimension_id);


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_practicesettings
    ADD CONSTRAINT interviews_practicesettings_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_practicesettings
    ADD CONSTRAINT interviews_practicesettings_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.interviews_question
    ADD CONSTRAINT interviews_question_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_question_skills
    ADD CONSTRAINT interviews_question_skills_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_question_skills
    ADD CONSTRAINT interviews_question_skills_question_id_skill_id_9321df8a_uniq UNIQUE (question_id, skill_id);


ALTER TABLE ONLY public.interviews_question
    ADD CONSTRAINT interviews_question_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_ratedanswer
    ADD CONSTRAINT interviews_ratedanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcard_named UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcard_once_asked UNIQUE (user_id, asked_id);


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcard_once_question UNIQUE (user_id, question_id);


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcard_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_reviewlog
    ADD CONSTRAINT interviews_reviewlog_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_roundtype_categories
    ADD CONSTRAINT interviews_roundtype_cat_roundtype_id_category_id_2cf44dac_uniq UNIQUE (roundtype_id, category_id);


ALTER TABLE ONLY public.interviews_roundtype_categories
    ADD CONSTRAINT interviews_roundtype_categories_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_roundtype
    ADD CONSTRAINT interviews_roundtype_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_roundtype
    ADD CONSTRAINT interviews_roundtype_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_rubricscore
    ADD CONSTRAINT interviews_rubricscore_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_rubricscore
    ADD CONSTRAINT interviews_rubricscore_score_key UNIQUE (score);


ALTER TABLE ONLY public.interviews_rubricscore
    ADD CONSTRAINT interviews_rubricscore_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_story
    ADD CONSTRAINT interviews_story_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_story
    ADD CONSTRAINT interviews_story_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_storycompetency
    ADD CONSTRAINT interviews_storycompetency_once UNIQUE (story_id, competency_id);


ALTER TABLE ONLY public.interviews_storycompetency
    ADD CONSTRAINT interviews_storycompetency_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_storyevidence
    ADD CONSTRAINT interviews_storyevidence_once UNIQUE (story_id, evidence_id);


ALTER TABLE ONLY public.interviews_storyevidence
    ADD CONSTRAINT interviews_storyevidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_storyquestion
    ADD CONSTRAINT interviews_storyquestion_once UNIQUE (story_id, question_id);


ALTER TABLE ONLY public.interviews_storyquestion
    ADD CONSTRAINT interviews_storyquestion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_storyskill
    ADD CONSTRAINT interviews_storyskill_once UNIQUE (story_id, skill_id);


ALTER TABLE ONLY public.interviews_storyskill
    ADD CONSTRAINT interviews_storyskill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_synonymgroup
    ADD CONSTRAINT interviews_synonymgroup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_synonymgroup
    ADD CONSTRAINT interviews_synonymgroup_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_word
    ADD CONSTRAINT interviews_word_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.interviews_word
    ADD CONSTRAINT interviews_word_word_key UNIQUE (word);


ALTER TABLE ONLY public.keeping_brought
    ADD CONSTRAINT keeping_brought_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.keeping_brought
    ADD CONSTRAINT keeping_brought_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.keeping_deletion
    ADD CONSTRAINT keeping_deletion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.keeping_event
    ADD CONSTRAINT keeping_event_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.keeping_keptaside
    ADD CONSTRAINT keeping_keptaside_once UNIQUE (user_id, subject, digest);


ALTER TABLE ONLY public.keeping_keptaside
    ADD CONSTRAINT keeping_keptaside_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_annex
    ADD CONSTRAINT resumes_annex_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_annex
    ADD CONSTRAINT resumes_annex_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_bulletevidence
    ADD CONSTRAINT resumes_bulletevidence_once UNIQUE (bullet_id, evidence_id);


ALTER TABLE ONLY public.resumes_bulletevidence
    ADD CONSTRAINT resumes_bulletevidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_contact
    ADD CONSTRAINT resumes_contact_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_contact
    ADD CONSTRAINT resumes_contact_one_for_each UNIQUE (user_id);


ALTER TABLE ONLY public.resumes_contact
    ADD CONSTRAINT resumes_contact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_dismissal
    ADD CONSTRAINT resumes_dismissal_once UNIQUE (resume_id, code, key);


ALTER TABLE ONLY public.resumes_dismissal
    ADD CONSTRAINT resumes_dismissal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_mention
    ADD CONSTRAINT resumes_mention_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_mention
    ADD CONSTRAINT resumes_mention_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_resume
    ADD CONSTRAINT resumes_resume_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_resume
    ADD CONSTRAINT resumes_resume_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_resumeline
    ADD CONSTRAINT resumes_resumeline_once UNIQUE (resume_id, key);


ALTER TABLE ONLY public.resumes_resumeline
    ADD CONSTRAINT resumes_resumeline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcomment_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcomment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_reviewlink
    ADD CONSTRAINT resumes_reviewlink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_reviewlink
    ADD CONSTRAINT resumes_reviewlink_secret_hash_key UNIQUE (secret_hash);


ALTER TABLE ONLY public.resumes_revision
    ADD CONSTRAINT resumes_revision_once UNIQUE (resume_id, number);


ALTER TABLE ONLY public.resumes_revision
    ADD CONSTRAINT resumes_revision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_sentcopy
    ADD CONSTRAINT resumes_sentcopy_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.resumes_sentcopy
    ADD CONSTRAINT resumes_sentcopy_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.resumes_sentfile
    ADD CONSTRAINT resumes_sentfile_once UNIQUE (copy_id, format);


ALTER TABLE ONLY public.resumes_sentfile
    ADD CONSTRAINT resumes_sentfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_once UNIQUE (user_id, token);


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_one_for_each UNIQUE (user_id);


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_checklisttick
    ADD CONSTRAINT roadmap_checklisttick_once UNIQUE (progress_id, item_id);


ALTER TABLE ONLY public.roadmap_checklisttick
    ADD CONSTRAINT roadmap_checklisttick_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_comparisonrow_note_sources
    ADD CONSTRAINT roadmap_comparisonrow_no_comparisonrow_id_source__aeffbba2_uniq UNIQUE (comparisonrow_id, source_id);


ALTER TABLE ONLY public.roadmap_comparisonrow_note_sources
    ADD CONSTRAINT roadmap_comparisonrow_note_sources_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_comparisonrow
    ADD CONSTRAINT roadmap_comparisonrow_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_comparisonrow
    ADD CONSTRAINT roadmap_comparisonrow_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_countedmilestone
    ADD CONSTRAINT roadmap_countedmilestone_once UNIQUE (user_id, milestone_id);


ALTER TABLE ONLY public.roadmap_countedmilestone
    ADD CONSTRAINT roadmap_countedmilestone_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_duty
    ADD CONSTRAINT roadmap_duty_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_duty_skills
    ADD CONSTRAINT roadmap_duty_skills_duty_id_skill_id_6a91159a_uniq UNIQUE (duty_id, skill_id);


ALTER TABLE ONLY public.roadmap_duty_skills
    ADD CONSTRAINT roadmap_duty_skills_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_duty
    ADD CONSTRAINT roadmap_duty_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_employmentfigure
    ADD CONSTRAINT roadmap_employmentfigure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_employmentfigure
    ADD CONSTRAINT roadmap_employmentfigure_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_howtoitem
    ADD CONSTRAINT roadmap_howtoitem_once_in_milestone UNIQUE (milestone_id, slug);


ALTER TABLE ONLY public.roadmap_howtoitem
    ADD CONSTRAINT roadmap_howtoitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_marketfact_note_sources
    ADD CONSTRAINT roadmap_marketfact_note__marketfact_id_source_id_e5ed45c3_uniq UNIQUE (marketfact_id, source_id);


ALTER TABLE ONLY public.roadmap_marketfact_note_sources
    ADD CONSTRAINT roadmap_marketfact_note_sources_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_marketfact
    ADD CONSTRAINT roadmap_marketfact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_marketfact
    ADD CONSTRAINT roadmap_marketfact_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_milestone_credentials
    ADD CONSTRAINT roadmap_milestone_creden_milestone_id_credential__5ee73d54_uniq UNIQUE (milestone_id, credential_id);


ALTER TABLE ONLY public.roadmap_milestone_credentials
    ADD CONSTRAINT roadmap_milestone_credentials_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestone
    ADD CONSTRAINT roadmap_milestone_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestone_prerequisites
    ADD CONSTRAINT roadmap_milestone_prereq_from_milestone_id_to_mil_371ede2e_uniq UNIQUE (from_milestone_id, to_milestone_id);


ALTER TABLE ONLY public.roadmap_milestone_prerequisites
    ADD CONSTRAINT roadmap_milestone_prerequisites_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestone_skills
    ADD CONSTRAINT roadmap_milestone_skills_milestone_id_skill_id_f92d51dd_uniq UNIQUE (milestone_id, skill_id);


ALTER TABLE ONLY public.roadmap_milestone_skills
    ADD CONSTRAINT roadmap_milestone_skills_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestone
    ADD CONSTRAINT roadmap_milestone_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_milestoneevidence
    ADD CONSTRAINT roadmap_milestoneevidence_once UNIQUE (milestone_id, evidence_id);


ALTER TABLE ONLY public.roadmap_milestoneevidence
    ADD CONSTRAINT roadmap_milestoneevidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestoneprogress
    ADD CONSTRAINT roadmap_milestoneprogress_named UNIQUE (user_id, token);


ALTER TABLE ONLY public.roadmap_milestoneprogress
    ADD CONSTRAINT roadmap_milestoneprogress_once UNIQUE (user_id, milestone_id);


ALTER TABLE ONLY public.roadmap_milestoneprogress
    ADD CONSTRAINT roadmap_milestoneprogress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_milestoneversion
    ADD CONSTRAINT roadmap_milestoneversion_once UNIQUE (milestone_id, number);


ALTER TABLE ONLY public.roadmap_milestoneversion
    ADD CONSTRAINT roadmap_milestoneversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_passage
    ADD CONSTRAINT roadmap_passage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_passage
    ADD CONSTRAINT roadmap_passage_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_proofhint
    ADD CONSTRAINT roadmap_proofhint_once_in_milestone UNIQUE (milestone_id, slug);


ALTER TABLE ONLY public.roadmap_proofhint
    ADD CONSTRAINT roadmap_proofhint_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_prooflink
    ADD CONSTRAINT roadmap_prooflink_named UNIQUE (user_id, token);


ALTER TABLE ONLY public.roadmap_prooflink
    ADD CONSTRAINT roadmap_prooflink_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_resource
    ADD CONSTRAINT roadmap_resource_once_in_milestone UNIQUE (milestone_id, slug);


ALTER TABLE ONLY public.roadmap_resource
    ADD CONSTRAINT roadmap_resource_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_credentials
    ADD CONSTRAINT roadmap_role_credentials_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_credentials
    ADD CONSTRAINT roadmap_role_credentials_role_id_credential_id_37e8de08_uniq UNIQUE (role_id, credential_id);


ALTER TABLE ONLY public.roadmap_role_moves_from
    ADD CONSTRAINT roadmap_role_moves_from_from_role_id_to_role_id_0b693226_uniq UNIQUE (from_role_id, to_role_id);


ALTER TABLE ONLY public.roadmap_role_moves_from
    ADD CONSTRAINT roadmap_role_moves_from_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_moves_to
    ADD CONSTRAINT roadmap_role_moves_to_from_role_id_to_role_id_bd84598f_uniq UNIQUE (from_role_id, to_role_id);


ALTER TABLE ONLY public.roadmap_role_moves_to
    ADD CONSTRAINT roadmap_role_moves_to_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role
    ADD CONSTRAINT roadmap_role_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_skills
    ADD CONSTRAINT roadmap_role_skills_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_skills
    ADD CONSTRAINT roadmap_role_skills_role_id_skill_id_756b09a3_uniq UNIQUE (role_id, skill_id);


ALTER TABLE ONLY public.roadmap_role
    ADD CONSTRAINT roadmap_role_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_role_sources
    ADD CONSTRAINT roadmap_role_sources_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_role_sources
    ADD CONSTRAINT roadmap_role_sources_role_id_source_id_56b6b7ca_uniq UNIQUE (role_id, source_id);


ALTER TABLE ONLY public.roadmap_sign
    ADD CONSTRAINT roadmap_sign_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_sign
    ADD CONSTRAINT roadmap_sign_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.roadmap_step
    ADD CONSTRAINT roadmap_step_number_key UNIQUE (number);


ALTER TABLE ONLY public.roadmap_step
    ADD CONSTRAINT roadmap_step_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.roadmap_step
    ADD CONSTRAINT roadmap_step_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distribution_once UNIQUE (occupation_id, place_id, industry_id, as_of, source_id, kind, currency);


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distribution_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distribution_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_industry
    ADD CONSTRAINT salaries_industry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_industry
    ADD CONSTRAINT salaries_industry_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_keptnumber
    ADD CONSTRAINT salaries_keptnumber_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_keptnumber
    ADD CONSTRAINT salaries_keptnumber_user_id_key UNIQUE (user_id);


ALTER TABLE ONLY public.salaries_method
    ADD CONSTRAINT salaries_method_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_method
    ADD CONSTRAINT salaries_method_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_method
    ADD CONSTRAINT salaries_method_source_id_key UNIQUE (source_id);


ALTER TABLE ONLY public.salaries_occupation
    ADD CONSTRAINT salaries_occupation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_occupation
    ADD CONSTRAINT salaries_occupation_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_place
    ADD CONSTRAINT salaries_place_code_key UNIQUE (code);


ALTER TABLE ONLY public.salaries_place
    ADD CONSTRAINT salaries_place_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_place
    ADD CONSTRAINT salaries_place_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.salaries_salaryclaim
    ADD CONSTRAINT salaries_salaryclaim_once UNIQUE (distribution_id, level, statistic, period);


ALTER TABLE ONLY public.salaries_salaryclaim
    ADD CONSTRAINT salaries_salaryclaim_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.salaries_salaryclaim
    ADD CONSTRAINT salaries_salaryclaim_slug_once UNIQUE (distribution_id, slug);


ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (cache_key);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE UNIQUE INDEX accounts_calendarlink_one_in_force ON public.accounts_calendarlink USING btree (user_id) WHERE (withdrawn_at IS NULL);


CREATE INDEX accounts_calendarlink_secret_hash_75a3af3b_like ON public.accounts_calendarlink USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX accounts_edition_learner_eb5c107d ON public.accounts_edition USING btree (learner);


CREATE INDEX accounts_lastrun_name_b06e82d3_like ON public.accounts_lastrun USING btree (name varchar_pattern_ops);


CREATE INDEX accounts_mailchoices_next ON public.accounts_mailchoices USING btree (next_at, id);


CREATE INDEX accounts_mailchoices_stop_key_67783d7d_like ON public.accounts_mailchoices USING btree (stop_key varchar_pattern_ops);


CREATE INDEX accounts_outgoingmail_due_at_e0c755b1 ON public.accounts_outgoingmail USING btree (due_at);


CREATE INDEX accounts_sentmail_at_4d1160c2 ON public.accounts_sentmail USING btree (at);


CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);


CREATE UNIQUE INDEX accounts_user_email_once ON public.accounts_user USING btree (lower((email)::text));


CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);


CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);


CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);


CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);


CREATE INDEX applications_application_deletion_id_49141cae ON public.applications_application USING btree (deletion_id);


CREATE INDEX applications_application_resume_id_759bc063 ON public.applications_application USING btree (resume_id);


CREATE INDEX applications_applicationcopy_application_id_17c2f659 ON public.applications_applicationcopy USING btree (application_id);


CREATE INDEX applications_applicationcopy_copy_id_b032a451 ON public.applications_applicationcopy USING btree (copy_id);


CREATE INDEX applications_applicationcopy_user_id_03c04c99 ON public.applications_applicationcopy USING btree (user_id);


CREATE INDEX applications_duty_application_id_792312a6 ON public.applications_duty USING btree (application_id);


CREATE INDEX applications_duty_user_id_5f7230c6 ON public.applications_duty USING btree (user_id);


CREATE INDEX applications_habits_deletion_id_4478ed2c ON public.applications_habits USING btree (deletion_id);


CREATE INDEX applications_offer_application_id_2455736c ON public.applications_offer USING btree (application_id);


CREATE INDEX applications_offer_deletion_id_fbd9dc9e ON public.applications_offer USING btree (deletion_id);


CREATE INDEX applications_offerequity_offer_id_91d40ac7 ON public.applications_offerequity USING btree (offer_id);


CREATE INDEX applications_offerequity_user_id_e3001e45 ON public.applications_offerequity USING btree (user_id);


CREATE INDEX applications_person_application_id_860f7e93 ON public.applications_person USING btree (application_id);


CREATE INDEX applications_person_deletion_id_2d999e61 ON public.applications_person USING btree (deletion_id);


CREATE INDEX applications_postingtext_application_id_7978c114 ON public.applications_postingtext USING btree (application_id);


CREATE INDEX applications_postingtext_user_id_41b56096 ON public.applications_postingtext USING btree (user_id);


CREATE INDEX applications_requirement_application_id_b336b0f1 ON public.applications_requirement USING btree (application_id);


CREATE INDEX applications_requirement_deletion_id_8c55e597 ON public.applications_requirement USING btree (deletion_id);


CREATE INDEX applications_requirement_right ON public.applications_requirement USING btree (user_id, quote) WHERE corrected;


CREATE INDEX applications_requirementcredential_credential_id_c9a0118b ON public.applications_requirementcredential USING btree (credential_id);


CREATE INDEX applications_requirementcredential_requirement_id_da93b4d8 ON public.applications_requirementcredential USING btree (requirement_id);


CREATE INDEX applications_requirementcredential_user_id_e67344d6 ON public.applications_requirementcredential USING btree (user_id);


CREATE INDEX applications_requirementskill_requirement_id_a127c550 ON public.applications_requirementskill USING btree (requirement_id);


CREATE INDEX applications_requirementskill_skill_id_36d3779c ON public.applications_requirementskill USING btree (skill_id);


CREATE INDEX applications_requirementskill_user_id_224265ca ON public.applications_requirementskill USING btree (user_id);


CREATE INDEX applications_savedview_deletion_id_70021c79 ON public.applications_savedview USING btree (deletion_id);


CREATE INDEX applications_stagechange_application_id_9833ece2 ON public.applications_stagechange USING btree (application_id);


CREATE INDEX applications_stagechange_deletion_id_add563ff ON public.applications_stagechange USING btree (deletion_id);


CREATE INDEX applications_stagechange_last ON public.applications_stagechange USING btree (application_id, "on" DESC, id DESC);


CREATE INDEX applications_task_application_id_2ce4731a ON public.applications_task USING btree (application_id);


CREATE INDEX applications_task_deletion_id_15cb820f ON public.applications_task USING btree (deletion_id);


CREATE INDEX applications_taskliking_deletion_id_411c293d ON public.applications_taskliking USING btree (deletion_id);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE INDEX curation_batch_by_id_df7cc9b3 ON public.curation_batch USING btree (by_id);


CREATE INDEX curation_batch_undoes_id_93a62751 ON public.curation_batch USING btree (undoes_id);


CREATE INDEX curation_batch_undone_by_id_6d347f4e ON public.curation_batch USING btree (undone_by_id);


CREATE INDEX curation_change_at_9b3d3475 ON public.curation_change USING btree (at);


CREATE INDEX curation_change_batch_id_fb31104a ON public.curation_change USING btree (batch_id);


CREATE INDEX curation_change_by_id_d68ecef3 ON public.curation_change USING btree (by_id);


CREATE INDEX curation_change_row ON public.curation_change USING btree ("table", "row");


CREATE INDEX curation_change_whole ON public.curation_change USING btree ("table", whole) WHERE (whole IS NOT NULL);


CREATE INDEX curation_draft_by_id_e20b5ce4 ON public.curation_draft USING btree (by_id);


CREATE INDEX curation_draft_of_row ON public.curation_draft USING btree ("table", "row");


CREATE INDEX curation_draft_scheduled_by_id_c588a6a1 ON public.curation_draft USING btree (scheduled_by_id);


CREATE INDEX curation_edition_of_shelf ON public.curation_edition USING btree (shelf);


CREATE INDEX curation_importdraft_by_id_6b27cccd ON public.curation_importdraft USING btree (by_id);


CREATE INDEX curation_linkcheck_address_d2740fef_like ON public.curation_linkcheck USING btree (address varchar_pattern_ops);


CREATE INDEX curation_report_closed_by_id_3ccb734d ON public.curation_report USING btree (closed_by_id);


CREATE INDEX curation_report_of_row ON public.curation_report USING btree ("table", slug);


CREATE INDEX curation_report_user_id_f758175e ON public.curation_report USING btree (user_id);


CREATE INDEX curation_source_slug_67652afa_like ON public.curation_source USING btree (slug varchar_pattern_ops);


CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX evidence_credential_hours_source_id_45d2d027 ON public.evidence_credential USING btree (hours_source_id);


CREATE INDEX evidence_credential_slug_f8d7ee9d_like ON public.evidence_credential USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_credential_sources_credential_id_e4b22343 ON public.evidence_credential_sources USING btree (credential_id);


CREATE INDEX evidence_credential_sources_source_id_adcd2018 ON public.evidence_credential_sources USING btree (source_id);


CREATE INDEX evidence_credentialfact_credential_id_ac009d7e ON public.evidence_credentialfact USING btree (credential_id);


CREATE INDEX evidence_credentialfact_slug_957ec56f ON public.evidence_credentialfact USING btree (slug);


CREATE INDEX evidence_credentialfact_slug_957ec56f_like ON public.evidence_credentialfact USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_credentialfact_source_id_1ddfd602 ON public.evidence_credentialfact USING btree (source_id);


CREATE INDEX evidence_credentialfee_credential_id_89947d9f ON public.evidence_credentialfee USING btree (credential_id);


CREATE INDEX evidence_credentialfee_slug_ea8187a1 ON public.evidence_credentialfee USING btree (slug);


CREATE INDEX evidence_credentialfee_slug_ea8187a1_like ON public.evidence_credentialfee USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_credentialfee_source_id_1df23fb8 ON public.evidence_credentialfee USING btree (source_id);


CREATE INDEX evidence_descriptionlimit_credential_id_f902d4a5 ON public.evidence_descriptionlimit USING btree (credential_id);


CREATE UNIQUE INDEX evidence_descriptionlimit_one_in_force ON public.evidence_descriptionlimit USING btree (credential_id) WHERE (retired_at IS NULL);


CREATE INDEX evidence_descriptionlimit_slug_5ce717f4 ON public.evidence_descriptionlimit USING btree (slug);


CREATE INDEX evidence_descriptionlimit_slug_5ce717f4_like ON public.evidence_descriptionlimit USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_descriptionlimit_source_id_b164818e ON public.evidence_descriptionlimit USING btree (source_id);


CREATE INDEX evidence_education_deletion_id_b68eee4c ON public.evidence_education USING btree (deletion_id);


CREATE INDEX evidence_eligibilitypath_credential_id_915cfcb1 ON public.evidence_eligibilitypath USING btree (credential_id);


CREATE INDEX evidence_eligibilitypath_slug_17630a32 ON public.evidence_eligibilitypath USING btree (slug);


CREATE INDEX evidence_eligibilitypath_slug_17630a32_like ON public.evidence_eligibilitypath USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_eligibilitypath_source_id_a748aafd ON public.evidence_eligibilitypath USING btree (source_id);


CREATE INDEX evidence_eligibilityrequir_credential_id_fa5d1a8c ON public.evidence_eligibilityrequirement_waived_by USING btree (credential_id);


CREATE INDEX evidence_eligibilityrequir_eligibilityrequirement_id_31324e36 ON public.evidence_eligibilityrequirement_waived_by USING btree (eligibilityrequirement_id);


CREATE INDEX evidence_eligibilityrequir_eligibilityrequirement_id_46224e54 ON public.evidence_eligibilityrequirement_holds USING btree (eligibilityrequirement_id);


CREATE INDEX evidence_eligibilityrequirement_holds_credential_id_c440b3f2 ON public.evidence_eligibilityrequirement_holds USING btree (credential_id);


CREATE INDEX evidence_eligibilityrequirement_path_id_8b247958 ON public.evidence_eligibilityrequirement USING btree (path_id);


CREATE INDEX evidence_eligibilityrequirement_slug_13201e3c ON public.evidence_eligibilityrequirement USING btree (slug);


CREATE INDEX evidence_eligibilityrequirement_slug_13201e3c_like ON public.evidence_eligibilityrequirement USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_evidence_deletion_id_930435f0 ON public.evidence_evidence USING btree (deletion_id);


CREATE INDEX evidence_evidence_own ON public.evidence_evidence USING btree (user_id, "on" DESC, id DESC);


CREATE INDEX evidence_evidence_position_id_838c44c1 ON public.evidence_evidence USING btree (position_id);


CREATE INDEX evidence_evidence_project_id_a562f4ea ON public.evidence_evidence USING btree (project_id);


CREATE INDEX evidence_evidence_words ON public.evidence_evidence USING gin (words);


CREATE INDEX evidence_evidencelink_evidence_id_3dc723cf ON public.evidence_evidencelink USING btree (evidence_id);


CREATE INDEX evidence_evidencelink_user_id_d1f805b1 ON public.evidence_evidencelink USING btree (user_id);


CREATE INDEX evidence_evidenceskill_evidence_id_5e96e4a5 ON public.evidence_evidenceskill USING btree (evidence_id);


CREATE INDEX evidence_evidenceskill_skill_id_e9b56123 ON public.evidence_evidenceskill USING btree (skill_id);


CREATE INDEX evidence_evidenceskill_user_id_f027906d ON public.evidence_evidenceskill USING btree (user_id);


CREATE INDEX evidence_examdomain_credential_id_c528dd92 ON public.evidence_examdomain USING btree (credential_id);


CREATE INDEX evidence_examdomain_slug_f543c754 ON public.evidence_examdomain USING btree (slug);


CREATE INDEX evidence_examdomain_slug_f543c754_like ON public.evidence_examdomain USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_examdomain_source_id_a4f6bb15 ON public.evidence_examdomain USING btree (source_id);


CREATE INDEX evidence_heldcredential_credential_id_9ed3e7ef ON public.evidence_heldcredential USING btree (credential_id);


CREATE INDEX evidence_heldcredential_deletion_id_07fa026d ON public.evidence_heldcredential USING btree (deletion_id);


CREATE INDEX evidence_pathversion_path_id_dfc6bbb7 ON public.evidence_pathversion USING btree (path_id);


CREATE INDEX evidence_position_deletion_id_2dd9fd41 ON public.evidence_position USING btree (deletion_id);


CREATE INDEX evidence_project_deletion_id_bb2fe4a4 ON public.evidence_project USING btree (deletion_id);


CREATE INDEX evidence_project_own ON public.evidence_project USING btree (user_id, starts_on DESC, id DESC);


CREATE INDEX evidence_project_position_id_110a6d0b ON public.evidence_project USING btree (position_id);


CREATE INDEX evidence_renewalrule_credential_id_f89c9913 ON public.evidence_renewalrule USING btree (credential_id);


CREATE UNIQUE INDEX evidence_renewalrule_one_in_force ON public.evidence_renewalrule USING btree (credential_id) WHERE (retired_at IS NULL);


CREATE INDEX evidence_renewalrule_slug_046236e1 ON public.evidence_renewalrule USING btree (slug);


CREATE INDEX evidence_renewalrule_slug_046236e1_like ON public.evidence_renewalrule USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_renewalrule_source_id_7c8db52f ON public.evidence_renewalrule USING btree (source_id);


CREATE INDEX evidence_renewalunits_deletion_id_764d0c10 ON public.evidence_renewalunits USING btree (deletion_id);


CREATE INDEX evidence_renewalunits_holding_id_cde1a4e0 ON public.evidence_renewalunits USING btree (holding_id);


CREATE INDEX evidence_ruleread_version_id_1e917138 ON public.evidence_ruleread USING btree (version_id);


CREATE INDEX evidence_sequence_slug_28fd8b75_like ON public.evidence_sequence USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_sequenceitem_credential_id_424dfd46 ON public.evidence_sequenceitem USING btree (credential_id);


CREATE INDEX evidence_sequenceitem_sequence_id_be07b544 ON public.evidence_sequenceitem USING btree (sequence_id);


CREATE INDEX evidence_sequenceitem_slug_37a915f0 ON public.evidence_sequenceitem USING btree (slug);


CREATE INDEX evidence_sequenceitem_slug_37a915f0_like ON public.evidence_sequenceitem USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_skill_group_id_2bef6e64 ON public.evidence_skill USING btree (group_id);


CREATE INDEX evidence_skill_slug_1acc1499_like ON public.evidence_skill USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_skillalias_skill_id_c60fdd41 ON public.evidence_skillalias USING btree (skill_id);


CREATE INDEX evidence_skillalias_slug_504f7a90 ON public.evidence_skillalias USING btree (slug);


CREATE INDEX evidence_skillalias_slug_504f7a90_like ON public.evidence_skillalias USING btree (slug varchar_pattern_ops);


CREATE UNIQUE INDEX evidence_skillalias_term_once_in_skill ON public.evidence_skillalias USING btree (skill_id, term) WHERE (retired_at IS NULL);


CREATE INDEX evidence_skillgroup_slug_f89ce000_like ON public.evidence_skillgroup USING btree (slug varchar_pattern_ops);


CREATE INDEX evidence_skillstanding_deletion_id_13d3e9bc ON public.evidence_skillstanding USING btree (deletion_id);


CREATE INDEX evidence_skillstanding_skill_id_be725188 ON public.evidence_skillstanding USING btree (skill_id);


CREATE INDEX evidence_training_credential_id_fa72184a ON public.evidence_training USING btree (credential_id);


CREATE INDEX evidence_training_deletion_id_b75829f6 ON public.evidence_training USING btree (deletion_id);


CREATE INDEX interviews_answer_asked_id_5c7f43e3 ON public.interviews_answer USING btree (asked_id);


CREATE INDEX interviews_answer_question_id_26097093 ON public.interviews_answer USING btree (question_id);


CREATE INDEX interviews_answerversion_answer_id_ca0634d9 ON public.interviews_answerversion USING btree (answer_id);


CREATE INDEX interviews_answerversion_user_id_7a622129 ON public.interviews_answerversion USING btree (user_id);


CREATE INDEX interviews_askedquestion_became_id_475086ac ON public.interviews_askedquestion USING btree (became_id);


CREATE INDEX interviews_askedquestion_category_id_6243f9b7 ON public.interviews_askedquestion USING btree (category_id);


CREATE INDEX interviews_askedquestion_deletion_id_569e6212 ON public.interviews_askedquestion USING btree (deletion_id);


CREATE INDEX interviews_category_slug_9a52e84b_like ON public.interviews_category USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_competency_questions_competency_id_c973d2e4 ON public.interviews_competency_questions USING btree (competency_id);


CREATE INDEX interviews_competency_questions_question_id_bcf55928 ON public.interviews_competency_questions USING btree (question_id);


CREATE INDEX interviews_competency_slug_dfdd519c_like ON public.interviews_competency USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_dimension_applies_to_category_id_bc7da519 ON public.interviews_dimension_applies_to USING btree (category_id);


CREATE INDEX interviews_dimension_applies_to_dimension_id_458a7230 ON public.interviews_dimension_applies_to USING btree (dimension_id);


CREATE INDEX interviews_dimension_slug_f7eed096_like ON public.interviews_dimension USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_dimensionscore_dimension_id_879ca156 ON public.interviews_dimensionscore USING btree (dimension_id);


CREATE INDEX interviews_dimensionscore_rating_id_c02e5e75 ON public.interviews_dimensionscore USING btree (rating_id);


CREATE INDEX interviews_dimensionscore_user_id_c20331e5 ON public.interviews_dimensionscore USING btree (user_id);


CREATE INDEX interviews_favorite_question_id_913e3a04 ON public.interviews_favorite USING btree (question_id);


CREATE INDEX interviews_helperlink_mock_id_609a3465 ON public.interviews_helperlink USING btree (mock_id);


CREATE INDEX interviews_helperlink_secret_hash_163cfeb9_like ON public.interviews_helperlink USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX interviews_helperlink_user_id_48da3246 ON public.interviews_helperlink USING btree (user_id);


CREATE INDEX interviews_interview_application_id_970abaf2 ON public.interviews_interview USING btree (application_id);


CREATE INDEX interviews_interview_deletion_id_59f53e15 ON public.interviews_interview USING btree (deletion_id);


CREATE INDEX interviews_interview_round_type_id_218dcc9b ON public.interviews_interview USING btree (round_type_id);


CREATE INDEX interviews_mockinterview_category_id_f0cd2c63 ON public.interviews_mockinterview USING btree (category_id);


CREATE INDEX interviews_mockinterview_deletion_id_4c0dff26 ON public.interviews_mockinterview USING btree (deletion_id);


CREATE INDEX interviews_mockinterview_round_type_id_e268fcb3 ON public.interviews_mockinterview USING btree (round_type_id);


CREATE INDEX interviews_mocknote_link_id_8e5aa575 ON public.interviews_mocknote USING btree (link_id);


CREATE INDEX interviews_mocknote_question_id_71dfd439 ON public.interviews_mocknote USING btree (question_id);


CREATE INDEX interviews_mocknote_user_id_509d97d3 ON public.interviews_mocknote USING btree (user_id);


CREATE INDEX interviews_mockquestion_mock_id_b3345c9a ON public.interviews_mockquestion USING btree (mock_id);


CREATE INDEX interviews_mockquestion_question_id_996fe0d0 ON public.interviews_mockquestion USING btree (question_id);


CREATE INDEX interviews_mockquestion_user_id_599f3b87 ON public.interviews_mockquestion USING btree (user_id);


CREATE INDEX interviews_mockscore_dimension_id_9acc43f6 ON public.interviews_mockscore USING btree (dimension_id);


CREATE INDEX interviews_mockscore_link_id_eba23bb9 ON public.interviews_mockscore USING btree (link_id);


CREATE INDEX interviews_mockscore_question_id_c40aaedb ON public.interviews_mockscore USING btree (question_id);


CREATE INDEX interviews_mockscore_user_id_de6f5997 ON public.interviews_mockscore USING btree (user_id);


CREATE INDEX interviews_question_bank ON public.interviews_question USING btree (category_id, "position", slug, level, origin, steps, id) WHERE (retired_at IS NULL);


CREATE INDEX interviews_question_category_id_9b56321e ON public.interviews_question USING btree (category_id);


CREATE INDEX interviews_question_skills_question_id_f61af296 ON public.interviews_question_skills USING btree (question_id);


CREATE INDEX interviews_question_skills_skill_id_d1379555 ON public.interviews_question_skills USING btree (skill_id);


CREATE INDEX interviews_question_slug_bd99b459_like ON public.interviews_question USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_question_source_id_7f467014 ON public.interviews_question USING btree (source_id);


CREATE INDEX interviews_question_words ON public.interviews_question USING gin (words);


CREATE INDEX interviews_ratedanswer_asked_id_2c7ae95e ON public.interviews_ratedanswer USING btree (asked_id);


CREATE INDEX interviews_ratedanswer_own ON public.interviews_ratedanswer USING btree (user_id, at DESC);


CREATE INDEX interviews_ratedanswer_question_id_29b71917 ON public.interviews_ratedanswer USING btree (question_id);


CREATE INDEX interviews_ratedanswer_version_id_d402046a ON public.interviews_ratedanswer USING btree (version_id);


CREATE INDEX interviews_reviewcard_asked_id_4fefb8ff ON public.interviews_reviewcard USING btree (asked_id);


CREATE INDEX interviews_reviewcard_due_on ON public.interviews_reviewcard USING btree (user_id, due_on);


CREATE INDEX interviews_reviewcard_question_id_c579232a ON public.interviews_reviewcard USING btree (question_id);


CREATE INDEX interviews_reviewlog_card_id_de93144e ON public.interviews_reviewlog USING btree (card_id);


CREATE UNIQUE INDEX interviews_reviewlog_once ON public.interviews_reviewlog USING btree (card_id, token) WHERE (NOT corrected);


CREATE INDEX interviews_reviewlog_user_id_e63572c6 ON public.interviews_reviewlog USING btree (user_id);


CREATE INDEX interviews_roundtype_categories_category_id_8960a8ac ON public.interviews_roundtype_categories USING btree (category_id);


CREATE INDEX interviews_roundtype_categories_roundtype_id_df6f70d8 ON public.interviews_roundtype_categories USING btree (roundtype_id);


CREATE INDEX interviews_roundtype_slug_ce85f6c3_like ON public.interviews_roundtype USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_rubricscore_slug_1b128214_like ON public.interviews_rubricscore USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_story_deletion_id_b510845e ON public.interviews_story USING btree (deletion_id);


CREATE INDEX interviews_storycompetency_competency_id_e65bb1d5 ON public.interviews_storycompetency USING btree (competency_id);


CREATE INDEX interviews_storycompetency_story_id_2bd422f3 ON public.interviews_storycompetency USING btree (story_id);


CREATE INDEX interviews_storycompetency_user_id_cb9150d3 ON public.interviews_storycompetency USING btree (user_id);


CREATE INDEX interviews_storyevidence_evidence_id_e95a7e32 ON public.interviews_storyevidence USING btree (evidence_id);


CREATE INDEX interviews_storyevidence_story_id_43731bb0 ON public.interviews_storyevidence USING btree (story_id);


CREATE INDEX interviews_storyevidence_user_id_57d85111 ON public.interviews_storyevidence USING btree (user_id);


CREATE INDEX interviews_storyquestion_question_id_9a2a5e96 ON public.interviews_storyquestion USING btree (question_id);


CREATE INDEX interviews_storyquestion_story_id_3819c81c ON public.interviews_storyquestion USING btree (story_id);


CREATE INDEX interviews_storyquestion_user_id_a0379675 ON public.interviews_storyquestion USING btree (user_id);


CREATE INDEX interviews_storyskill_skill_id_3a88188a ON public.interviews_storyskill USING btree (skill_id);


CREATE INDEX interviews_storyskill_story_id_fd96cb85 ON public.interviews_storyskill USING btree (story_id);


CREATE INDEX interviews_storyskill_user_id_be89b574 ON public.interviews_storyskill USING btree (user_id);


CREATE INDEX interviews_synonymgroup_slug_f3442034_like ON public.interviews_synonymgroup USING btree (slug varchar_pattern_ops);


CREATE INDEX interviews_telling_deletion_id_557e89be ON public.interviews_telling USING btree (deletion_id);


CREATE INDEX interviews_telling_interview_id_dbecb45f ON public.interviews_telling USING btree (interview_id);


CREATE INDEX interviews_telling_story_id_60e0938b ON public.interviews_telling USING btree (story_id);


CREATE INDEX interviews_word_word_a4e6db18_like ON public.interviews_word USING btree (word varchar_pattern_ops);


CREATE INDEX keeping_brought_at ON public.keeping_brought USING btree (at);


CREATE INDEX keeping_deletion_at ON public.keeping_deletion USING btree (at);


CREATE INDEX keeping_deletion_own ON public.keeping_deletion USING btree (user_id, at DESC, id DESC);


CREATE INDEX keeping_deletion_waits_for_id_33afee49 ON public.keeping_deletion USING btree (waits_for_id);


CREATE INDEX keeping_event_last ON public.keeping_event USING btree (user_id, id DESC);


CREATE INDEX keeping_event_row ON public.keeping_event USING btree (user_id, subject, token);


CREATE INDEX keeping_event_undoes_id_4f014099 ON public.keeping_event USING btree (undoes_id);


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE INDEX resumes_annex_deletion_id_ba353d6d ON public.resumes_annex USING btree (deletion_id);


CREATE INDEX resumes_bullet_deletion_id_32609a6f ON public.resumes_bullet USING btree (deletion_id);


CREATE INDEX resumes_bullet_mention_id_bebda535 ON public.resumes_bullet USING btree (mention_id);


CREATE INDEX resumes_bullet_position_id_853eb061 ON public.resumes_bullet USING btree (position_id);


CREATE INDEX resumes_bullet_project_id_a78ac4b0 ON public.resumes_bullet USING btree (project_id);


CREATE INDEX resumes_bulletevidence_bullet_id_d41419e7 ON public.resumes_bulletevidence USING btree (bullet_id);


CREATE INDEX resumes_bulletevidence_evidence_id_474e4140 ON public.resumes_bulletevidence USING btree (evidence_id);


CREATE INDEX resumes_bulletevidence_user_id_f37f82d1 ON public.resumes_bulletevidence USING btree (user_id);


CREATE INDEX resumes_contact_deletion_id_3e8ba7b7 ON public.resumes_contact USING btree (deletion_id);


CREATE INDEX resumes_dismissal_resume_id_aa5ad5a4 ON public.resumes_dismissal USING btree (resume_id);


CREATE INDEX resumes_dismissal_user_id_8fb7abcb ON public.resumes_dismissal USING btree (user_id);


CREATE INDEX resumes_mention_deletion_id_ee9a4a34 ON public.resumes_mention USING btree (deletion_id);


CREATE INDEX resumes_resume_base_id_cbb57de9 ON public.resumes_resume USING btree (base_id);


CREATE INDEX resumes_resume_deletion_id_c859418a ON public.resumes_resume USING btree (deletion_id);


CREATE INDEX resumes_resumeline_resume_id_c17544e4 ON public.resumes_resumeline USING btree (resume_id);


CREATE INDEX resumes_resumeline_user_id_a7b454bd ON public.resumes_resumeline USING btree (user_id);


CREATE INDEX resumes_reviewcomment_deletion_id_5c386315 ON public.resumes_reviewcomment USING btree (deletion_id);


CREATE INDEX resumes_reviewcomment_link_id_949a834f ON public.resumes_reviewcomment USING btree (link_id);


CREATE INDEX resumes_reviewcomment_resume_id_011e549e ON public.resumes_reviewcomment USING btree (resume_id);


CREATE INDEX resumes_reviewlink_resume_id_1b076ebe ON public.resumes_reviewlink USING btree (resume_id);


CREATE INDEX resumes_reviewlink_secret_hash_e7c56bae_like ON public.resumes_reviewlink USING btree (secret_hash varchar_pattern_ops);


CREATE INDEX resumes_reviewlink_user_id_129b66ab ON public.resumes_reviewlink USING btree (user_id);


CREATE INDEX resumes_revision_resume_id_9a4274d4 ON public.resumes_revision USING btree (resume_id);


CREATE INDEX resumes_revision_user_id_04a19b67 ON public.resumes_revision USING btree (user_id);


CREATE INDEX resumes_sentcopy_deletion_id_1747859f ON public.resumes_sentcopy USING btree (deletion_id);


CREATE INDEX resumes_sentcopy_resume_id_8faf7b3c ON public.resumes_sentcopy USING btree (resume_id);


CREATE INDEX resumes_sentfile_copy_id_5507cdca ON public.resumes_sentfile USING btree (copy_id);


CREATE INDEX resumes_sentfile_user_id_1b64e1af ON public.resumes_sentfile USING btree (user_id);


CREATE INDEX roadmap_aim_credential_id_6f64159d ON public.roadmap_aim USING btree (credential_id);


CREATE INDEX roadmap_aim_deletion_id_56d8dbe8 ON public.roadmap_aim USING btree (deletion_id);


CREATE INDEX roadmap_aim_role_id_f15e2c38 ON public.roadmap_aim USING btree (role_id);


CREATE INDEX roadmap_checklisttick_item_id_7057d252 ON public.roadmap_checklisttick USING btree (item_id);


CREATE INDEX roadmap_checklisttick_progress_id_b07906d1 ON public.roadmap_checklisttick USING btree (progress_id);


CREATE INDEX roadmap_checklisttick_user_id_0cf0d4eb ON public.roadmap_checklisttick USING btree (user_id);


CREATE INDEX roadmap_comparisonrow_note_sources_comparisonrow_id_5020087f ON public.roadmap_comparisonrow_note_sources USING btree (comparisonrow_id);


CREATE INDEX roadmap_comparisonrow_note_sources_source_id_3cfa151d ON public.roadmap_comparisonrow_note_sources USING btree (source_id);


CREATE INDEX roadmap_comparisonrow_slug_604b3fcf_like ON public.roadmap_comparisonrow USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_comparisonrow_source_id_140f0794 ON public.roadmap_comparisonrow USING btree (source_id);


CREATE INDEX roadmap_countedmilestone_milestone_id_e3a3caa9 ON public.roadmap_countedmilestone USING btree (milestone_id);


CREATE INDEX roadmap_countedmilestone_step_id_221bf324 ON public.roadmap_countedmilestone USING btree (step_id);


CREATE INDEX roadmap_duty_skills_duty_id_b05ee553 ON public.roadmap_duty_skills USING btree (duty_id);


CREATE INDEX roadmap_duty_skills_skill_id_9c777294 ON public.roadmap_duty_skills USING btree (skill_id);


CREATE INDEX roadmap_duty_slug_464b3c6e_like ON public.roadmap_duty USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_duty_source_id_fad2dce4 ON public.roadmap_duty USING btree (source_id);


CREATE INDEX roadmap_employmentfigure_slug_a555428f_like ON public.roadmap_employmentfigure USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_employmentfigure_source_id_c4255882 ON public.roadmap_employmentfigure USING btree (source_id);


CREATE INDEX roadmap_howtoitem_milestone_id_396d7e97 ON public.roadmap_howtoitem USING btree (milestone_id);


CREATE INDEX roadmap_howtoitem_slug_ed3c878b ON public.roadmap_howtoitem USING btree (slug);


CREATE INDEX roadmap_howtoitem_slug_ed3c878b_like ON public.roadmap_howtoitem USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_marketfact_note_sources_marketfact_id_58ed5191 ON public.roadmap_marketfact_note_sources USING btree (marketfact_id);


CREATE INDEX roadmap_marketfact_note_sources_source_id_dd824e61 ON public.roadmap_marketfact_note_sources USING btree (source_id);


CREATE INDEX roadmap_marketfact_slug_20c2ce34_like ON public.roadmap_marketfact USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_marketfact_source_id_437817eb ON public.roadmap_marketfact USING btree (source_id);


CREATE INDEX roadmap_milestone_credentials_credential_id_322b5693 ON public.roadmap_milestone_credentials USING btree (credential_id);


CREATE INDEX roadmap_milestone_credentials_milestone_id_94212711 ON public.roadmap_milestone_credentials USING btree (milestone_id);


CREATE INDEX roadmap_milestone_prerequisites_from_milestone_id_3bdf43b9 ON public.roadmap_milestone_prerequisites USING btree (from_milestone_id);


CREATE INDEX roadmap_milestone_prerequisites_to_milestone_id_1cda21f9 ON public.roadmap_milestone_prerequisites USING btree (to_milestone_id);


CREATE INDEX roadmap_milestone_skills_milestone_id_f6b8900d ON public.roadmap_milestone_skills USING btree (milestone_id);


CREATE INDEX roadmap_milestone_skills_skill_id_8756e724 ON public.roadmap_milestone_skills USING btree (skill_id);


CREATE INDEX roadmap_milestone_slug_c9d634d0_like ON public.roadmap_milestone USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_milestone_step_id_b51e8fd1 ON public.roadmap_milestone USING btree (step_id);


CREATE INDEX roadmap_milestoneevidence_evidence_id_e5531a89 ON public.roadmap_milestoneevidence USING btree (evidence_id);


CREATE INDEX roadmap_milestoneevidence_milestone_id_f6c0978b ON public.roadmap_milestoneevidence USING btree (milestone_id);


CREATE INDEX roadmap_milestoneevidence_user_id_976553d6 ON public.roadmap_milestoneevidence USING btree (user_id);


CREATE INDEX roadmap_milestoneprogress_milestone_id_8c94c7c0 ON public.roadmap_milestoneprogress USING btree (milestone_id);


CREATE INDEX roadmap_milestoneversion_milestone_id_87058677 ON public.roadmap_milestoneversion USING btree (milestone_id);


CREATE INDEX roadmap_passage_slug_cb16b490_like ON public.roadmap_passage USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_passage_source_id_0f5bfd4f ON public.roadmap_passage USING btree (source_id);


CREATE INDEX roadmap_proofhint_milestone_id_dac8008d ON public.roadmap_proofhint USING btree (milestone_id);


CREATE INDEX roadmap_proofhint_slug_9b3f9885 ON public.roadmap_proofhint USING btree (slug);


CREATE INDEX roadmap_proofhint_slug_9b3f9885_like ON public.roadmap_proofhint USING btree (slug varchar_pattern_ops);


CREATE UNIQUE INDEX roadmap_prooflink_once ON public.roadmap_prooflink USING btree (progress_id, url) WHERE (removed_at IS NULL);


CREATE INDEX roadmap_prooflink_progress_id_f867747a ON public.roadmap_prooflink USING btree (progress_id);


CREATE INDEX roadmap_resource_milestone_id_19064f60 ON public.roadmap_resource USING btree (milestone_id);


CREATE INDEX roadmap_resource_slug_1589635e ON public.roadmap_resource USING btree (slug);


CREATE INDEX roadmap_resource_slug_1589635e_like ON public.roadmap_resource USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_role_credentials_credential_id_eea45e52 ON public.roadmap_role_credentials USING btree (credential_id);


CREATE INDEX roadmap_role_credentials_role_id_64fc11ea ON public.roadmap_role_credentials USING btree (role_id);


CREATE INDEX roadmap_role_moves_from_from_role_id_a61e5069 ON public.roadmap_role_moves_from USING btree (from_role_id);


CREATE INDEX roadmap_role_moves_from_to_role_id_5b2198d6 ON public.roadmap_role_moves_from USING btree (to_role_id);


CREATE INDEX roadmap_role_moves_to_from_role_id_6d68a73d ON public.roadmap_role_moves_to USING btree (from_role_id);


CREATE INDEX roadmap_role_moves_to_to_role_id_2c2e3f09 ON public.roadmap_role_moves_to USING btree (to_role_id);


CREATE INDEX roadmap_role_skills_role_id_3f14005e ON public.roadmap_role_skills USING btree (role_id);


CREATE INDEX roadmap_role_skills_skill_id_a01bac88 ON public.roadmap_role_skills USING btree (skill_id);


CREATE INDEX roadmap_role_slug_5285ca1f_like ON public.roadmap_role USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_role_sources_role_id_8508e604 ON public.roadmap_role_sources USING btree (role_id);


CREATE INDEX roadmap_role_sources_source_id_bd6091cb ON public.roadmap_role_sources USING btree (source_id);


CREATE INDEX roadmap_sign_milestone_id_22c0be08 ON public.roadmap_sign USING btree (milestone_id);


CREATE INDEX roadmap_sign_slug_2b254289_like ON public.roadmap_sign USING btree (slug varchar_pattern_ops);


CREATE INDEX roadmap_step_slug_f9e78bfe_like ON public.roadmap_step USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_distribution_currency ON public.salaries_distribution USING btree (currency);


CREATE INDEX salaries_distribution_industry_id_2b9e43a8 ON public.salaries_distribution USING btree (industry_id);


CREATE INDEX salaries_distribution_kind ON public.salaries_distribution USING btree (kind);


CREATE INDEX salaries_distribution_occupation_id_e85410f0 ON public.salaries_distribution USING btree (occupation_id);


CREATE INDEX salaries_distribution_place_id_bcf118ab ON public.salaries_distribution USING btree (place_id);


CREATE INDEX salaries_distribution_slug_398fa561_like ON public.salaries_distribution USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_distribution_source_id_2944c674 ON public.salaries_distribution USING btree (source_id);


CREATE INDEX salaries_distribution_year ON public.salaries_distribution USING btree (year);


CREATE INDEX salaries_industry_parent_id_d1cf52e0 ON public.salaries_industry USING btree (parent_id);


CREATE INDEX salaries_industry_slug_db810543_like ON public.salaries_industry USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_keptnumber_occupation_id_12138776 ON public.salaries_keptnumber USING btree (occupation_id);


CREATE INDEX salaries_keptnumber_place_id_e6517b99 ON public.salaries_keptnumber USING btree (place_id);


CREATE INDEX salaries_method_slug_7b4301b1_like ON public.salaries_method USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_occupation_slug_9e861c5e_like ON public.salaries_occupation USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_place_code_24ea4cd2_like ON public.salaries_place USING btree (code varchar_pattern_ops);


CREATE INDEX salaries_place_parent_id_d509c0af ON public.salaries_place USING btree (parent_id);


CREATE INDEX salaries_place_slug_e1bf3402_like ON public.salaries_place USING btree (slug varchar_pattern_ops);


CREATE INDEX salaries_salaryclaim_distribution_id_7c94bdd4 ON public.salaries_salaryclaim USING btree (distribution_id);


CREATE UNIQUE INDEX salaries_salaryclaim_one_headline_a_level ON public.salaries_salaryclaim USING btree (level) WHERE (headline AND (retired_at IS NULL));


CREATE INDEX salaries_salaryclaim_slug_44c29437 ON public.salaries_salaryclaim USING btree (slug);


CREATE INDEX salaries_salaryclaim_slug_44c29437_like ON public.salaries_salaryclaim USING btree (slug varchar_pattern_ops);


CREATE INDEX throttles_expires ON public.throttles USING btree (expires);


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.account_emailaddress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.accounts_calendarlink REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.accounts_mailchoices REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.accounts_sentmail REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.accounts_user REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_users();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_application REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_applicationcopy REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_duty REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_habits REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_offer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_offerequity REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_postingtext REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_requirement REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_requirementcredential REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_requirementskill REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_savedview REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_stagechange REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_task REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.applications_taskliking REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_education REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_evidence REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_evidencelink REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_evidenceskill REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_heldcredential REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_position REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_project REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_recovery REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_renewalunits REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_ruleread REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_skillstanding REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.evidence_training REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_answer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_answerversion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_askedquestion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_dimensionscore REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_favorite REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_helperlink REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_interview REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_mockinterview REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_mocknote REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_mockquestion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_mockscore REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_practicesettings REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_ratedanswer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_reviewcard REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_reviewlog REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_story REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_storycompetency REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_storyevidence REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_storyquestion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_storyskill REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.interviews_telling REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.keeping_brought REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.keeping_deletion REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.keeping_event REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.keeping_keptaside REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.mfa_authenticator REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_annex REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_bullet REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_bulletevidence REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_contact REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_dismissal REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_mention REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_resume REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_resumeline REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_reviewcomment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_reviewlink REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_revision REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_sentcopy REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.resumes_sentfile REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_aim REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_checklisttick REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_countedmilestone REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_milestoneevidence REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_milestoneprogress REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.roadmap_prooflink REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.salaries_keptnumber REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_delete AFTER DELETE ON public.usersessions_usersession REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.account_emailaddress REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.accounts_calendarlink REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.accounts_mailchoices REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.accounts_sentmail REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.accounts_user REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_users();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_application REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_applicationcopy REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_duty REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_habits REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_offer REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_offerequity REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_person REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_postingtext REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_requirement REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_requirementcredential REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_requirementskill REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_savedview REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_stagechange REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_task REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.applications_taskliking REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_education REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_evidence REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_evidencelink REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_evidenceskill REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_heldcredential REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_position REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_project REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_recovery REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_renewalunits REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_ruleread REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_skillstanding REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.evidence_training REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_answer REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_answerversion REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_askedquestion REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_dimensionscore REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_favorite REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_helperlink REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_interview REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_mockinterview REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_mocknote REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_mockquestion REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_mockscore REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_practicesettings REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_ratedanswer REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_reviewcard REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_reviewlog REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_story REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_storycompetency REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_storyevidence REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_storyquestion REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_storyskill REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.interviews_telling REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.keeping_brought REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.keeping_deletion REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.keeping_event REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.keeping_keptaside REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.mfa_authenticator REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_annex REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_bullet REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_bulletevidence REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_contact REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_dismissal REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_mention REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_resume REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_resumeline REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_reviewcomment REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_reviewlink REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_revision REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_sentcopy REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.resumes_sentfile REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_aim REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_checklisttick REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_countedmilestone REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_milestoneevidence REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_milestoneprogress REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.roadmap_prooflink REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.salaries_keptnumber REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_insert AFTER INSERT ON public.usersessions_usersession REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.account_emailaddress REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.accounts_calendarlink REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.accounts_mailchoices REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.accounts_sentmail REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.accounts_user REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_users();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_application REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_applicationcopy REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_duty REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_habits REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_offer REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_offerequity REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_person REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_postingtext REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_requirement REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_requirementcredential REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_requirementskill REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_savedview REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_stagechange REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_task REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.applications_taskliking REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_education REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_evidence REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_evidencelink REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_evidenceskill REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_heldcredential REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_position REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_project REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_recovery REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_renewalunits REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_ruleread REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_skillstanding REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.evidence_training REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_answer REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_answerversion REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_askedquestion REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_dimensionscore REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_favorite REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_helperlink REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_interview REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_mockinterview REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_mocknote REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_mockquestion REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_mockscore REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_practicesettings REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_ratedanswer REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_reviewcard REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_reviewlog REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_story REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_storycompetency REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_storyevidence REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_storyquestion REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_storyskill REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.interviews_telling REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.keeping_brought REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.keeping_deletion REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.keeping_event REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.keeping_keptaside REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.mfa_authenticator REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_annex REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_bullet REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_bulletevidence REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_contact REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_dismissal REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_mention REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_resume REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_resumeline REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_reviewcomment REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_reviewlink REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_revision REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_sentcopy REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.resumes_sentfile REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_aim REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_checklisttick REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_countedmilestone REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_milestoneevidence REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_milestoneprogress REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.roadmap_prooflink REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.salaries_keptnumber REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER accounts_marks_update AFTER UPDATE ON public.usersessions_usersession REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION public.accounts_mark_learners();


CREATE TRIGGER applications_postingtext_stays BEFORE UPDATE ON public.applications_postingtext FOR EACH ROW WHEN (((old.raw IS DISTINCT FROM new.raw) OR (old.pasted_on IS DISTINCT FROM new.pasted_on) OR (old.application_id IS DISTINCT FROM new.application_id) OR (old.place IS DISTINCT FROM new.place) OR (old.user_id IS DISTINCT FROM new.user_id))) EXECUTE FUNCTION public.applications_posting_stays();


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.curation_linkcheck FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.curation_source FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_credential FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_credential_sources FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_credentialfact FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_credentialfee FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_descriptionlimit FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_eligibilitypath FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_eligibilityrequirement FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_eligibilityrequirement_holds FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_eligibilityrequirement_waived_by FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_examdomain FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_pathversion FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_renewalrule FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_sequence FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_sequenceitem FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_skill FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_skillalias FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.evidence_skillgroup FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_category FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_competency FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_competency_questions FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_dimension FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_dimension_applies_to FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_question FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_question_skills FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_roundtype FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_roundtype_categories FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_rubricscore FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_synonymgroup FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_word FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_comparisonrow FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_comparisonrow_note_sources FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_duty FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_duty_skills FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_employmentfigure FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_howtoitem FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_marketfact FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_marketfact_note_sources FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_milestone FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_milestone_credentials FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_milestone_prerequisites FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_milestone_skills FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_milestoneversion FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_passage FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_proofhint FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_resource FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role_credentials FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role_moves_from FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role_moves_to FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role_skills FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_role_sources FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_sign FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.roadmap_step FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_distribution FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_industry FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_method FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_occupation FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_place FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_marks_public AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.salaries_salaryclaim FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('public');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.curation_source FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_credential FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_credential_sources FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_credentialfact FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_credentialfee FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_descriptionlimit FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_eligibilitypath FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('', 'version_number');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_eligibilityrequirement FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('path_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_eligibilityrequirement_holds FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('eligibilityrequirement_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_eligibilityrequirement_waived_by FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('eligibilityrequirement_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_examdomain FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_renewalrule FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('credential_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_sequence FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_sequenceitem FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('sequence_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_skill FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_skillalias FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('skill_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.evidence_skillgroup FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_category FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_competency FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_competency_questions FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('competency_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_dimension FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_dimension_applies_to FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('dimension_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_question FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('', 'keywords', 'words');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_question_skills FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('question_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_roundtype FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_roundtype_categories FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('roundtype_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_rubricscore FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.interviews_synonymgroup FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_comparisonrow FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_comparisonrow_note_sources FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('comparisonrow_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_duty FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_duty_skills FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('duty_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_employmentfigure FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_howtoitem FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_marketfact FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_marketfact_note_sources FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('marketfact_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_milestone FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('', 'version_number', 'published_at');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_milestone_credentials FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_milestone_prerequisites FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('from_milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_milestone_skills FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_passage FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_proofhint FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_resource FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role_credentials FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('role_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role_moves_from FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('from_role_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role_moves_to FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('from_role_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role_skills FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('role_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_role_sources FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('role_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_sign FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('milestone_id');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.roadmap_step FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_distribution FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('', 'newest', 'year');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_industry FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_method FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_occupation FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_place FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('');


CREATE TRIGGER curation_record_change AFTER INSERT OR DELETE OR UPDATE ON public.salaries_salaryclaim FOR EACH ROW EXECUTE FUNCTION public.curation_record_change('distribution_id');


CREATE TRIGGER interviews_category_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, name, "position", retired_at OR TRUNCATE ON public.interviews_category FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER interviews_question_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, category_id, level, origin, steps, "position", retired_at, text, keywords, points, follow_ups OR TRUNCATE ON public.interviews_question FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER interviews_question_skills_marks_anew AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_question_skills FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER interviews_skill_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, name, retired_at OR TRUNCATE ON public.evidence_skill FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER interviews_synonymgroup_marks_anew AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_synonymgroup FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER interviews_word_marks_anew AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.interviews_word FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('bank');


CREATE TRIGGER resumes_sentcopy_stays BEFORE UPDATE ON public.resumes_sentcopy FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.employer)::text IS DISTINCT FROM (new.employer)::text) OR ((old.purpose)::text IS DISTINCT FROM (new.purpose)::text) OR (old."on" IS DISTINCT FROM new."on") OR (old.token IS DISTINCT FROM new.token) OR (old.user_id IS DISTINCT FROM new.user_id))) EXECUTE FUNCTION public.resumes_sent_stays();


CREATE TRIGGER resumes_sentfile_stays BEFORE UPDATE ON public.resumes_sentfile FOR EACH ROW EXECUTE FUNCTION public.resumes_sent_stays();


CREATE TRIGGER salaries_distribution_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, source_id, occupation_id, place_id, industry_id, kind, currency, as_of, newest, retired_at OR TRUNCATE ON public.salaries_distribution FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('salaries');


CREATE TRIGGER salaries_industry_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, name, parent_id, "position", retired_at OR TRUNCATE ON public.salaries_industry FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('salaries');


CREATE TRIGGER salaries_mark_newest_delete AFTER DELETE ON public.salaries_distribution REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.salaries_mark_newest();


CREATE TRIGGER salaries_mark_newest_insert AFTER INSERT ON public.salaries_distribution REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.salaries_mark_newest();


CREATE TRIGGER salaries_mark_newest_update AFTER UPDATE ON public.salaries_distribution REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.salaries_mark_newest();


CREATE TRIGGER salaries_occupation_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, code, name, kind, "position", retired_at OR TRUNCATE ON public.salaries_occupation FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('salaries');


CREATE CONSTRAINT TRIGGER salaries_percentiles_ordered AFTER INSERT OR UPDATE OF distribution_id, level, period, statistic, amount, retired_at ON public.salaries_salaryclaim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.statistic)::text = ANY (ARRAY[('p10'::character varying)::text, ('p25'::character varying)::text, ('p50'::character varying)::text, ('p75'::character varying)::text, ('p90'::character varying)::text]))) EXECUTE FUNCTION public.salaries_percentiles_ordered();


CREATE TRIGGER salaries_place_marks_anew AFTER INSERT OR DELETE OR UPDATE OF id, slug, code, name, official_name, also, kind, parent_id, "position", retired_at OR TRUNCATE ON public.salaries_place FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('salaries');


CREATE TRIGGER salaries_salaryclaim_marks_anew AFTER INSERT OR DELETE OR UPDATE OF distribution_id, level, statistic, period, amount, headline, retired_at OR TRUNCATE ON public.salaries_salaryclaim FOR EACH STATEMENT EXECUTE FUNCTION public.curation_mark_anew('salaries');


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_calendarlink
    ADD CONSTRAINT accounts_calendarlink_user_id_2253778f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_mailchoices
    ADD CONSTRAINT accounts_mailchoices_user_id_026efdb6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_sentmail
    ADD CONSTRAINT accounts_sentmail_user_id_b2d4b115_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_applicationcopy
    ADD CONSTRAINT applications_applica_application_id_17c2f659_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_applicationcopy
    ADD CONSTRAINT applications_applica_copy_id_b032a451_fk_resumes_s FOREIGN KEY (copy_id) REFERENCES public.resumes_sentcopy(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_applica_deletion_id_49141cae_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_applica_resume_id_759bc063_fk_resumes_r FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_applicationcopy
    ADD CONSTRAINT applications_applica_user_id_03c04c99_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_application
    ADD CONSTRAINT applications_application_user_id_5dae3b8c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_duty
    ADD CONSTRAINT applications_duty_application_id_792312a6_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_duty
    ADD CONSTRAINT applications_duty_user_id_5f7230c6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_habits
    ADD CONSTRAINT applications_habits_deletion_id_4478ed2c_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_habits
    ADD CONSTRAINT applications_habits_user_id_8d84aa2a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_offer
    ADD CONSTRAINT applications_offer_application_id_2455736c_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_offer
    ADD CONSTRAINT applications_offer_deletion_id_fbd9dc9e_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_offer
    ADD CONSTRAINT applications_offer_user_id_802e99a2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_offerequity
    ADD CONSTRAINT applications_offereq_offer_id_91d40ac7_fk_applicati FOREIGN KEY (offer_id) REFERENCES public.applications_offer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_offerequity
    ADD CONSTRAINT applications_offerequity_user_id_e3001e45_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_person
    ADD CONSTRAINT applications_person_application_id_860f7e93_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_person
    ADD CONSTRAINT applications_person_deletion_id_2d999e61_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_person
    ADD CONSTRAINT applications_person_user_id_5a1e0444_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_postingtext
    ADD CONSTRAINT applications_posting_application_id_7978c114_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_postingtext
    ADD CONSTRAINT applications_postingtext_user_id_41b56096_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirement
    ADD CONSTRAINT applications_require_application_id_b336b0f1_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementcredential
    ADD CONSTRAINT applications_require_credential_id_c9a0118b_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirement
    ADD CONSTRAINT applications_require_deletion_id_8c55e597_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementskill
    ADD CONSTRAINT applications_require_requirement_id_a127c550_fk_applicati FOREIGN KEY (requirement_id) REFERENCES public.applications_requirement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementcredential
    ADD CONSTRAINT applications_require_requirement_id_da93b4d8_fk_applicati FOREIGN KEY (requirement_id) REFERENCES public.applications_requirement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementskill
    ADD CONSTRAINT applications_require_skill_id_36d3779c_fk_evidence_ FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementskill
    ADD CONSTRAINT applications_require_user_id_224265ca_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirementcredential
    ADD CONSTRAINT applications_require_user_id_e67344d6_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_requirement
    ADD CONSTRAINT applications_requirement_user_id_ec25f267_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_savedview
    ADD CONSTRAINT applications_savedvi_deletion_id_70021c79_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_savedview
    ADD CONSTRAINT applications_savedview_user_id_7d8cabae_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_stagechange
    ADD CONSTRAINT applications_stagech_application_id_9833ece2_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_stagechange
    ADD CONSTRAINT applications_stagech_deletion_id_add563ff_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_stagechange
    ADD CONSTRAINT applications_stagechange_user_id_75ef7fa6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_task
    ADD CONSTRAINT applications_task_application_id_2ce4731a_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_task
    ADD CONSTRAINT applications_task_deletion_id_15cb820f_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_task
    ADD CONSTRAINT applications_task_user_id_2e642d46_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_taskliking
    ADD CONSTRAINT applications_tasklik_deletion_id_411c293d_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.applications_taskliking
    ADD CONSTRAINT applications_taskliking_user_id_245f3865_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_batch
    ADD CONSTRAINT curation_batch_by_id_df7cc9b3_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_batch
    ADD CONSTRAINT curation_batch_undoes_id_93a62751_fk_curation_batch_id FOREIGN KEY (undoes_id) REFERENCES public.curation_batch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_batch
    ADD CONSTRAINT curation_batch_undone_by_id_6d347f4e_fk_accounts_user_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_draft
    ADD CONSTRAINT curation_draft_by_id_e20b5ce4_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_draft
    ADD CONSTRAINT curation_draft_scheduled_by_id_c588a6a1_fk_accounts_user_id FOREIGN KEY (scheduled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_importdraft
    ADD CONSTRAINT curation_importdraft_by_id_6b27cccd_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_report
    ADD CONSTRAINT curation_report_closed_by_id_3ccb734d_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.curation_report
    ADD CONSTRAINT curation_report_user_id_f758175e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credential_sources
    ADD CONSTRAINT evidence_credential__credential_id_e4b22343_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credential_sources
    ADD CONSTRAINT evidence_credential__source_id_adcd2018_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credential
    ADD CONSTRAINT evidence_credential_hours_source_id_45d2d027_fk_curation_ FOREIGN KEY (hours_source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credentialfee
    ADD CONSTRAINT evidence_credentialf_credential_id_89947d9f_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credentialfact
    ADD CONSTRAINT evidence_credentialf_credential_id_ac009d7e_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credentialfact
    ADD CONSTRAINT evidence_credentialf_source_id_1ddfd602_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_credentialfee
    ADD CONSTRAINT evidence_credentialfee_source_id_1df23fb8_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_descriptionlimit
    ADD CONSTRAINT evidence_description_credential_id_f902d4a5_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_descriptionlimit
    ADD CONSTRAINT evidence_description_source_id_b164818e_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_education
    ADD CONSTRAINT evidence_education_deletion_id_b68eee4c_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_education
    ADD CONSTRAINT evidence_education_user_id_8034e0c7_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilitypath
    ADD CONSTRAINT evidence_eligibility_credential_id_915cfcb1_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilityrequirement_holds
    ADD CONSTRAINT evidence_eligibility_credential_id_c440b3f2_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilityrequirement_waived_by
    ADD CONSTRAINT evidence_eligibility_credential_id_fa5d1a8c_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilityrequirement_waived_by
    ADD CONSTRAINT evidence_eligibility_eligibilityrequireme_31324e36_fk_evidence_ FOREIGN KEY (eligibilityrequirement_id) REFERENCES public.evidence_eligibilityrequirement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilityrequirement_holds
    ADD CONSTRAINT evidence_eligibility_eligibilityrequireme_46224e54_fk_evidence_ FOREIGN KEY (eligibilityrequirement_id) REFERENCES public.evidence_eligibilityrequirement(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilityrequirement
    ADD CONSTRAINT evidence_eligibility_path_id_8b247958_fk_evidence_ FOREIGN KEY (path_id) REFERENCES public.evidence_eligibilitypath(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_eligibilitypath
    ADD CONSTRAINT evidence_eligibility_source_id_a748aafd_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_deletion_id_930435f0_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_position_id_838c44c1_fk_evidence_position_id FOREIGN KEY (position_id) REFERENCES public.evidence_position(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_project_id_a562f4ea_fk_evidence_project_id FOREIGN KEY (project_id) REFERENCES public.evidence_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidence
    ADD CONSTRAINT evidence_evidence_user_id_e92b44fb_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidencelink
    ADD CONSTRAINT evidence_evidencelin_evidence_id_3dc723cf_fk_evidence_ FOREIGN KEY (evidence_id) REFERENCES public.evidence_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidencelink
    ADD CONSTRAINT evidence_evidencelink_user_id_d1f805b1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidenceskill
    ADD CONSTRAINT evidence_evidenceski_evidence_id_5e96e4a5_fk_evidence_ FOREIGN KEY (evidence_id) REFERENCES public.evidence_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidenceskill
    ADD CONSTRAINT evidence_evidenceskill_skill_id_e9b56123_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_evidenceskill
    ADD CONSTRAINT evidence_evidenceskill_user_id_f027906d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_examdomain
    ADD CONSTRAINT evidence_examdomain_credential_id_c528dd92_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_examdomain
    ADD CONSTRAINT evidence_examdomain_source_id_a4f6bb15_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_heldcredential
    ADD CONSTRAINT evidence_heldcredent_credential_id_9ed3e7ef_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_heldcredential
    ADD CONSTRAINT evidence_heldcredent_deletion_id_07fa026d_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_heldcredential
    ADD CONSTRAINT evidence_heldcredential_user_id_e953e702_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_pathversion
    ADD CONSTRAINT evidence_pathversion_path_id_dfc6bbb7_fk_evidence_ FOREIGN KEY (path_id) REFERENCES public.evidence_eligibilitypath(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_position
    ADD CONSTRAINT evidence_position_deletion_id_2dd9fd41_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_position
    ADD CONSTRAINT evidence_position_user_id_3872cda8_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_project
    ADD CONSTRAINT evidence_project_deletion_id_bb2fe4a4_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_project
    ADD CONSTRAINT evidence_project_position_id_110a6d0b_fk_evidence_position_id FOREIGN KEY (position_id) REFERENCES public.evidence_position(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_project
    ADD CONSTRAINT evidence_project_user_id_6de82092_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_recovery
    ADD CONSTRAINT evidence_recovery_user_id_3f7cbfc0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_renewalrule
    ADD CONSTRAINT evidence_renewalrule_credential_id_f89c9913_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_renewalrule
    ADD CONSTRAINT evidence_renewalrule_source_id_7c8db52f_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_renewalunits
    ADD CONSTRAINT evidence_renewalunit_deletion_id_764d0c10_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_renewalunits
    ADD CONSTRAINT evidence_renewalunit_holding_id_cde1a4e0_fk_evidence_ FOREIGN KEY (holding_id) REFERENCES public.evidence_heldcredential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_renewalunits
    ADD CONSTRAINT evidence_renewalunits_user_id_d63f8b87_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_ruleread
    ADD CONSTRAINT evidence_ruleread_user_id_4de3d7d7_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_ruleread
    ADD CONSTRAINT evidence_ruleread_version_id_1e917138_fk_evidence_ FOREIGN KEY (version_id) REFERENCES public.evidence_pathversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_sequenceitem
    ADD CONSTRAINT evidence_sequenceite_credential_id_424dfd46_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_sequenceitem
    ADD CONSTRAINT evidence_sequenceite_sequence_id_be07b544_fk_evidence_ FOREIGN KEY (sequence_id) REFERENCES public.evidence_sequence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_skill
    ADD CONSTRAINT evidence_skill_group_id_2bef6e64_fk_evidence_skillgroup_id FOREIGN KEY (group_id) REFERENCES public.evidence_skillgroup(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_skillalias
    ADD CONSTRAINT evidence_skillalias_skill_id_c60fdd41_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_skillstanding
    ADD CONSTRAINT evidence_skillstandi_deletion_id_13d3e9bc_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_skillstanding
    ADD CONSTRAINT evidence_skillstanding_skill_id_be725188_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_skillstanding
    ADD CONSTRAINT evidence_skillstanding_user_id_d76e4d17_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_training
    ADD CONSTRAINT evidence_training_credential_id_fa72184a_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_training
    ADD CONSTRAINT evidence_training_deletion_id_b75829f6_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.evidence_training
    ADD CONSTRAINT evidence_training_user_id_68f07e51_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_asked_id_5c7f43e3_fk_interview FOREIGN KEY (asked_id) REFERENCES public.interviews_askedquestion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_question_id_26097093_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_answer
    ADD CONSTRAINT interviews_answer_user_id_0b27b23e_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_answerversion
    ADD CONSTRAINT interviews_answerver_answer_id_ca0634d9_fk_interview FOREIGN KEY (answer_id) REFERENCES public.interviews_answer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_answerversion
    ADD CONSTRAINT interviews_answerversion_user_id_7a622129_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedques_became_id_475086ac_fk_interview FOREIGN KEY (became_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedques_category_id_6243f9b7_fk_interview FOREIGN KEY (category_id) REFERENCES public.interviews_category(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedques_deletion_id_569e6212_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_askedquestion
    ADD CONSTRAINT interviews_askedquestion_user_id_95c2820c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_competency_questions
    ADD CONSTRAINT interviews_competenc_competency_id_c973d2e4_fk_interview FOREIGN KEY (competency_id) REFERENCES public.interviews_competency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_competency_questions
    ADD CONSTRAINT interviews_competenc_question_id_bcf55928_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_dimension_applies_to
    ADD CONSTRAINT interviews_dimension_category_id_bc7da519_fk_interview FOREIGN KEY (category_id) REFERENCES public.interviews_category(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_dimension_applies_to
    ADD CONSTRAINT interviews_dimension_dimension_id_458a7230_fk_interview FOREIGN KEY (dimension_id) REFERENCES public.interviews_dimension(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_dimensionscore
    ADD CONSTRAINT interviews_dimension_dimension_id_879ca156_fk_interview FOREIGN KEY (dimension_id) REFERENCES public.interviews_dimension(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_dimensionscore
    ADD CONSTRAINT interviews_dimension_rating_id_c02e5e75_fk_interview FOREIGN KEY (rating_id) REFERENCES public.interviews_ratedanswer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_dimensionscore
    ADD CONSTRAINT interviews_dimensionscore_user_id_c20331e5_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_favorite
    ADD CONSTRAINT interviews_favorite_question_id_913e3a04_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_favorite
    ADD CONSTRAINT interviews_favorite_user_id_a805703c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_helperlink
    ADD CONSTRAINT interviews_helperlin_mock_id_609a3465_fk_interview FOREIGN KEY (mock_id) REFERENCES public.interviews_mockinterview(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_helperlink
    ADD CONSTRAINT interviews_helperlink_user_id_48da3246_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_application_id_970abaf2_fk_applicati FOREIGN KEY (application_id) REFERENCES public.applications_application(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_deletion_id_59f53e15_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_round_type_id_218dcc9b_fk_interview FOREIGN KEY (round_type_id) REFERENCES public.interviews_roundtype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_interview
    ADD CONSTRAINT interviews_interview_user_id_ea827fdf_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinter_category_id_f0cd2c63_fk_interview FOREIGN KEY (category_id) REFERENCES public.interviews_category(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinter_deletion_id_4c0dff26_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinter_round_type_id_e268fcb3_fk_interview FOREIGN KEY (round_type_id) REFERENCES public.interviews_roundtype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockinterview
    ADD CONSTRAINT interviews_mockinterview_user_id_dbb848b3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mocknote
    ADD CONSTRAINT interviews_mocknote_link_id_8e5aa575_fk_interview FOREIGN KEY (link_id) REFERENCES public.interviews_helperlink(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mocknote
    ADD CONSTRAINT interviews_mocknote_question_id_71dfd439_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_mockquestion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mocknote
    ADD CONSTRAINT interviews_mocknote_user_id_509d97d3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquest_mock_id_b3345c9a_fk_interview FOREIGN KEY (mock_id) REFERENCES public.interviews_mockinterview(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquest_question_id_996fe0d0_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquest_rating_id_3d96216b_fk_interview FOREIGN KEY (rating_id) REFERENCES public.interviews_ratedanswer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockquestion
    ADD CONSTRAINT interviews_mockquestion_user_id_599f3b87_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_dimension_id_9acc43f6_fk_interview FOREIGN KEY (dimension_id) REFERENCES public.interviews_dimension(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_link_id_eba23bb9_fk_interview FOREIGN KEY (link_id) REFERENCES public.interviews_helperlink(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_question_id_c40aaedb_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_mockquestion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_mockscore
    ADD CONSTRAINT interviews_mockscore_user_id_de6f5997_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_practicesettings
    ADD CONSTRAINT interviews_practices_user_id_3b458679_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_question_skills
    ADD CONSTRAINT interviews_question__question_id_f61af296_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_question_skills
    ADD CONSTRAINT interviews_question__skill_id_d1379555_fk_evidence_ FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_question
    ADD CONSTRAINT interviews_question_category_id_9b56321e_fk_interview FOREIGN KEY (category_id) REFERENCES public.interviews_category(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_question
    ADD CONSTRAINT interviews_question_source_id_7f467014_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_ratedanswer
    ADD CONSTRAINT interviews_ratedansw_asked_id_2c7ae95e_fk_interview FOREIGN KEY (asked_id) REFERENCES public.interviews_askedquestion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_ratedanswer
    ADD CONSTRAINT interviews_ratedansw_question_id_29b71917_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_ratedanswer
    ADD CONSTRAINT interviews_ratedansw_version_id_d402046a_fk_interview FOREIGN KEY (version_id) REFERENCES public.interviews_answerversion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_ratedanswer
    ADD CONSTRAINT interviews_ratedanswer_user_id_940ed7bf_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcar_asked_id_4fefb8ff_fk_interview FOREIGN KEY (asked_id) REFERENCES public.interviews_askedquestion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcar_question_id_c579232a_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_reviewcard
    ADD CONSTRAINT interviews_reviewcard_user_id_06ea9fdd_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_reviewlog
    ADD CONSTRAINT interviews_reviewlog_card_id_de93144e_fk_interview FOREIGN KEY (card_id) REFERENCES public.interviews_reviewcard(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_reviewlog
    ADD CONSTRAINT interviews_reviewlog_user_id_e63572c6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_roundtype_categories
    ADD CONSTRAINT interviews_roundtype_category_id_8960a8ac_fk_interview FOREIGN KEY (category_id) REFERENCES public.interviews_category(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_roundtype_categories
    ADD CONSTRAINT interviews_roundtype_roundtype_id_df6f70d8_fk_interview FOREIGN KEY (roundtype_id) REFERENCES public.interviews_roundtype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_story
    ADD CONSTRAINT interviews_story_deletion_id_b510845e_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_story
    ADD CONSTRAINT interviews_story_user_id_63742d7c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storycompetency
    ADD CONSTRAINT interviews_storycomp_competency_id_e65bb1d5_fk_interview FOREIGN KEY (competency_id) REFERENCES public.interviews_competency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storycompetency
    ADD CONSTRAINT interviews_storycomp_story_id_2bd422f3_fk_interview FOREIGN KEY (story_id) REFERENCES public.interviews_story(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storycompetency
    ADD CONSTRAINT interviews_storycompetency_user_id_cb9150d3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyevidence
    ADD CONSTRAINT interviews_storyevid_evidence_id_e95a7e32_fk_evidence_ FOREIGN KEY (evidence_id) REFERENCES public.evidence_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyevidence
    ADD CONSTRAINT interviews_storyevid_story_id_43731bb0_fk_interview FOREIGN KEY (story_id) REFERENCES public.interviews_story(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyevidence
    ADD CONSTRAINT interviews_storyevidence_user_id_57d85111_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyquestion
    ADD CONSTRAINT interviews_storyques_question_id_9a2a5e96_fk_interview FOREIGN KEY (question_id) REFERENCES public.interviews_question(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyquestion
    ADD CONSTRAINT interviews_storyques_story_id_3819c81c_fk_interview FOREIGN KEY (story_id) REFERENCES public.interviews_story(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyquestion
    ADD CONSTRAINT interviews_storyquestion_user_id_a0379675_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyskill
    ADD CONSTRAINT interviews_storyskill_skill_id_3a88188a_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyskill
    ADD CONSTRAINT interviews_storyskill_story_id_fd96cb85_fk_interviews_story_id FOREIGN KEY (story_id) REFERENCES public.interviews_story(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_storyskill
    ADD CONSTRAINT interviews_storyskill_user_id_be89b574_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_deletion_id_557e89be_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_interview_id_dbecb45f_fk_interview FOREIGN KEY (interview_id) REFERENCES public.interviews_interview(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_story_id_60e0938b_fk_interviews_story_id FOREIGN KEY (story_id) REFERENCES public.interviews_story(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.interviews_telling
    ADD CONSTRAINT interviews_telling_user_id_49c21f00_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_brought
    ADD CONSTRAINT keeping_brought_user_id_22cbfcc1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_deletion
    ADD CONSTRAINT keeping_deletion_user_id_6e49b9db_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_deletion
    ADD CONSTRAINT keeping_deletion_waits_for_id_33afee49_fk_keeping_deletion_id FOREIGN KEY (waits_for_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_event
    ADD CONSTRAINT keeping_event_undoes_id_4f014099_fk_keeping_event_id FOREIGN KEY (undoes_id) REFERENCES public.keeping_event(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_event
    ADD CONSTRAINT keeping_event_user_id_b36c7a02_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.keeping_keptaside
    ADD CONSTRAINT keeping_keptaside_user_id_f6485663_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_annex
    ADD CONSTRAINT resumes_annex_deletion_id_ba353d6d_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_annex
    ADD CONSTRAINT resumes_annex_user_id_6884544b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_deletion_id_32609a6f_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_mention_id_bebda535_fk_resumes_mention_id FOREIGN KEY (mention_id) REFERENCES public.resumes_mention(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_position_id_853eb061_fk_evidence_position_id FOREIGN KEY (position_id) REFERENCES public.evidence_position(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_project_id_a78ac4b0_fk_evidence_project_id FOREIGN KEY (project_id) REFERENCES public.evidence_project(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bullet
    ADD CONSTRAINT resumes_bullet_user_id_bc90ac5f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bulletevidence
    ADD CONSTRAINT resumes_bulleteviden_evidence_id_474e4140_fk_evidence_ FOREIGN KEY (evidence_id) REFERENCES public.evidence_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bulletevidence
    ADD CONSTRAINT resumes_bulletevidence_bullet_id_d41419e7_fk_resumes_bullet_id FOREIGN KEY (bullet_id) REFERENCES public.resumes_bullet(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_bulletevidence
    ADD CONSTRAINT resumes_bulletevidence_user_id_f37f82d1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_contact
    ADD CONSTRAINT resumes_contact_deletion_id_3e8ba7b7_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_contact
    ADD CONSTRAINT resumes_contact_user_id_955257e1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_dismissal
    ADD CONSTRAINT resumes_dismissal_resume_id_aa5ad5a4_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_dismissal
    ADD CONSTRAINT resumes_dismissal_user_id_8fb7abcb_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_mention
    ADD CONSTRAINT resumes_mention_deletion_id_ee9a4a34_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_mention
    ADD CONSTRAINT resumes_mention_user_id_2e8ec86a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_resume
    ADD CONSTRAINT resumes_resume_base_id_cbb57de9_fk_resumes_resume_id FOREIGN KEY (base_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_resume
    ADD CONSTRAINT resumes_resume_deletion_id_c859418a_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_resume
    ADD CONSTRAINT resumes_resume_user_id_0221d0a3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_resumeline
    ADD CONSTRAINT resumes_resumeline_resume_id_c17544e4_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_resumeline
    ADD CONSTRAINT resumes_resumeline_user_id_a7b454bd_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcommen_deletion_id_5c386315_fk_keeping_d FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcomment_link_id_949a834f_fk_resumes_reviewlink_id FOREIGN KEY (link_id) REFERENCES public.resumes_reviewlink(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcomment_resume_id_011e549e_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewcomment
    ADD CONSTRAINT resumes_reviewcomment_user_id_4a73760b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewlink
    ADD CONSTRAINT resumes_reviewlink_resume_id_1b076ebe_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_reviewlink
    ADD CONSTRAINT resumes_reviewlink_user_id_129b66ab_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_revision
    ADD CONSTRAINT resumes_revision_resume_id_9a4274d4_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_revision
    ADD CONSTRAINT resumes_revision_user_id_04a19b67_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_sentcopy
    ADD CONSTRAINT resumes_sentcopy_deletion_id_1747859f_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_sentcopy
    ADD CONSTRAINT resumes_sentcopy_resume_id_8faf7b3c_fk_resumes_resume_id FOREIGN KEY (resume_id) REFERENCES public.resumes_resume(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_sentcopy
    ADD CONSTRAINT resumes_sentcopy_user_id_8cf664fa_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_sentfile
    ADD CONSTRAINT resumes_sentfile_copy_id_5507cdca_fk_resumes_sentcopy_id FOREIGN KEY (copy_id) REFERENCES public.resumes_sentcopy(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.resumes_sentfile
    ADD CONSTRAINT resumes_sentfile_user_id_1b64e1af_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_credential_id_6f64159d_fk_evidence_credential_id FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_deletion_id_56d8dbe8_fk_keeping_deletion_id FOREIGN KEY (deletion_id) REFERENCES public.keeping_deletion(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_role_id_f15e2c38_fk_roadmap_role_id FOREIGN KEY (role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_aim
    ADD CONSTRAINT roadmap_aim_user_id_a7e8dc51_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_checklisttick
    ADD CONSTRAINT roadmap_checklisttic_progress_id_b07906d1_fk_roadmap_m FOREIGN KEY (progress_id) REFERENCES public.roadmap_milestoneprogress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_checklisttick
    ADD CONSTRAINT roadmap_checklisttick_item_id_7057d252_fk_roadmap_howtoitem_id FOREIGN KEY (item_id) REFERENCES public.roadmap_howtoitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_checklisttick
    ADD CONSTRAINT roadmap_checklisttick_user_id_0cf0d4eb_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_comparisonrow_note_sources
    ADD CONSTRAINT roadmap_comparisonro_comparisonrow_id_5020087f_fk_roadmap_c FOREIGN KEY (comparisonrow_id) REFERENCES public.roadmap_comparisonrow(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_comparisonrow_note_sources
    ADD CONSTRAINT roadmap_comparisonro_source_id_3cfa151d_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_comparisonrow
    ADD CONSTRAINT roadmap_comparisonrow_source_id_140f0794_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_countedmilestone
    ADD CONSTRAINT roadmap_countedmiles_milestone_id_e3a3caa9_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_countedmilestone
    ADD CONSTRAINT roadmap_countedmilestone_step_id_221bf324_fk_roadmap_step_id FOREIGN KEY (step_id) REFERENCES public.roadmap_step(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_countedmilestone
    ADD CONSTRAINT roadmap_countedmilestone_user_id_c61b9e01_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_duty_skills
    ADD CONSTRAINT roadmap_duty_skills_duty_id_b05ee553_fk_roadmap_duty_id FOREIGN KEY (duty_id) REFERENCES public.roadmap_duty(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_duty_skills
    ADD CONSTRAINT roadmap_duty_skills_skill_id_9c777294_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_duty
    ADD CONSTRAINT roadmap_duty_source_id_fad2dce4_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_employmentfigure
    ADD CONSTRAINT roadmap_employmentfi_source_id_c4255882_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_howtoitem
    ADD CONSTRAINT roadmap_howtoitem_milestone_id_396d7e97_fk_roadmap_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_marketfact_note_sources
    ADD CONSTRAINT roadmap_marketfact_n_marketfact_id_58ed5191_fk_roadmap_m FOREIGN KEY (marketfact_id) REFERENCES public.roadmap_marketfact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_marketfact_note_sources
    ADD CONSTRAINT roadmap_marketfact_n_source_id_dd824e61_fk_curation_ FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_marketfact
    ADD CONSTRAINT roadmap_marketfact_source_id_437817eb_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_credentials
    ADD CONSTRAINT roadmap_milestone_cr_credential_id_322b5693_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_credentials
    ADD CONSTRAINT roadmap_milestone_cr_milestone_id_94212711_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_prerequisites
    ADD CONSTRAINT roadmap_milestone_pr_from_milestone_id_3bdf43b9_fk_roadmap_m FOREIGN KEY (from_milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_prerequisites
    ADD CONSTRAINT roadmap_milestone_pr_to_milestone_id_1cda21f9_fk_roadmap_m FOREIGN KEY (to_milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_skills
    ADD CONSTRAINT roadmap_milestone_sk_milestone_id_f6b8900d_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone_skills
    ADD CONSTRAINT roadmap_milestone_skills_skill_id_8756e724_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestone
    ADD CONSTRAINT roadmap_milestone_step_id_b51e8fd1_fk_roadmap_step_id FOREIGN KEY (step_id) REFERENCES public.roadmap_step(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneevidence
    ADD CONSTRAINT roadmap_milestoneevi_evidence_id_e5531a89_fk_evidence_ FOREIGN KEY (evidence_id) REFERENCES public.evidence_evidence(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneevidence
    ADD CONSTRAINT roadmap_milestoneevi_milestone_id_f6c0978b_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneevidence
    ADD CONSTRAINT roadmap_milestoneevidence_user_id_976553d6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneprogress
    ADD CONSTRAINT roadmap_milestonepro_milestone_id_8c94c7c0_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneprogress
    ADD CONSTRAINT roadmap_milestoneprogress_user_id_b263cfa0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_milestoneversion
    ADD CONSTRAINT roadmap_milestonever_milestone_id_87058677_fk_roadmap_m FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_passage
    ADD CONSTRAINT roadmap_passage_source_id_0f5bfd4f_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_proofhint
    ADD CONSTRAINT roadmap_proofhint_milestone_id_dac8008d_fk_roadmap_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_prooflink
    ADD CONSTRAINT roadmap_prooflink_progress_id_f867747a_fk_roadmap_m FOREIGN KEY (progress_id) REFERENCES public.roadmap_milestoneprogress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_prooflink
    ADD CONSTRAINT roadmap_prooflink_user_id_5aefed6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_resource
    ADD CONSTRAINT roadmap_resource_milestone_id_19064f60_fk_roadmap_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_credentials
    ADD CONSTRAINT roadmap_role_credent_credential_id_eea45e52_fk_evidence_ FOREIGN KEY (credential_id) REFERENCES public.evidence_credential(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_credentials
    ADD CONSTRAINT roadmap_role_credentials_role_id_64fc11ea_fk_roadmap_role_id FOREIGN KEY (role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_moves_from
    ADD CONSTRAINT roadmap_role_moves_f_from_role_id_a61e5069_fk_roadmap_r FOREIGN KEY (from_role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_moves_from
    ADD CONSTRAINT roadmap_role_moves_from_to_role_id_5b2198d6_fk_roadmap_role_id FOREIGN KEY (to_role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_moves_to
    ADD CONSTRAINT roadmap_role_moves_to_from_role_id_6d68a73d_fk_roadmap_role_id FOREIGN KEY (from_role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_moves_to
    ADD CONSTRAINT roadmap_role_moves_to_to_role_id_2c2e3f09_fk_roadmap_role_id FOREIGN KEY (to_role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_skills
    ADD CONSTRAINT roadmap_role_skills_role_id_3f14005e_fk_roadmap_role_id FOREIGN KEY (role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_skills
    ADD CONSTRAINT roadmap_role_skills_skill_id_a01bac88_fk_evidence_skill_id FOREIGN KEY (skill_id) REFERENCES public.evidence_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_sources
    ADD CONSTRAINT roadmap_role_sources_role_id_8508e604_fk_roadmap_role_id FOREIGN KEY (role_id) REFERENCES public.roadmap_role(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_role_sources
    ADD CONSTRAINT roadmap_role_sources_source_id_bd6091cb_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.roadmap_sign
    ADD CONSTRAINT roadmap_sign_milestone_id_22c0be08_fk_roadmap_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.roadmap_milestone(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distributio_industry_id_2b9e43a8_fk_salaries_ FOREIGN KEY (industry_id) REFERENCES public.salaries_industry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distributio_occupation_id_e85410f0_fk_salaries_ FOREIGN KEY (occupation_id) REFERENCES public.salaries_occupation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distribution_place_id_bcf118ab_fk_salaries_place_id FOREIGN KEY (place_id) REFERENCES public.salaries_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_distribution
    ADD CONSTRAINT salaries_distribution_source_id_2944c674_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_industry
    ADD CONSTRAINT salaries_industry_parent_id_d1cf52e0_fk_salaries_industry_id FOREIGN KEY (parent_id) REFERENCES public.salaries_industry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_keptnumber
    ADD CONSTRAINT salaries_keptnumber_occupation_id_12138776_fk_salaries_ FOREIGN KEY (occupation_id) REFERENCES public.salaries_occupation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_keptnumber
    ADD CONSTRAINT salaries_keptnumber_place_id_e6517b99_fk_salaries_place_id FOREIGN KEY (place_id) REFERENCES public.salaries_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_keptnumber
    ADD CONSTRAINT salaries_keptnumber_user_id_1fd8562f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_method
    ADD CONSTRAINT salaries_method_source_id_a0da5a1a_fk_curation_source_id FOREIGN KEY (source_id) REFERENCES public.curation_source(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_place
    ADD CONSTRAINT salaries_place_parent_id_d509c0af_fk_salaries_place_id FOREIGN KEY (parent_id) REFERENCES public.salaries_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.salaries_salaryclaim
    ADD CONSTRAINT salaries_salaryclaim_distribution_id_7c94bdd4_fk_salaries_ FOREIGN KEY (distribution_id) REFERENCES public.salaries_distribution(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
