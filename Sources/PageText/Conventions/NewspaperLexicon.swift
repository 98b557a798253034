/// The words that newspapers everywhere print around stories, one row for each script.
///
/// `_` is a space. No word names a paper, a town or a person.
enum NewspaperLexicon {
    /// Before a role: whose reporter it is.
    static let house = Words(
        """
        综合 本版 学生 校园 青年 本报 本刊 本台 本网 本社 全媒体 融媒体 融媒 新媒体 特约 特派 特邀 见习 实习 首席 高级 资深 驻地 驻站 党报 日报 晚报 晨报 都市报 商报
        本報 本刊 本臺 本網 全媒體 融媒體 特約 特派 特邀 見習 實習 資深 駐地
        专栏
        """)
    /// Roles that write.
    static let reporter = Words(
        """
        记者 实习记者 见习记者 实习生 评论员 特约评论员 特派记者 市民 居民 网友 撰稿人 撰稿 撰文 采访撰文 采访整理 采写 采编 作者 读者 文字 执笔 整理 解答 答疑 推荐 采集 供稿 摘编 辑录 口述 编译 报道 综合报道 特稿 主笔 文 专栏作家 栏目主持 栏目主持人 主持 策划 执行 翻译 译 著
        記者 實習記者 見習記者 實習生 評論員 特約評論員 特派記者 特派員 市民 居民 網友 街坊 撰稿 撰文 採訪撰文 採訪整理 採訪 作者 讀者 文字 執筆 整理 解答 採集 供稿 摘編 口述 編譯 報導 報道 綜合報導 專訪 採訪 特稿 主筆 專欄作家 主持 策劃 翻譯 譯
        編集委員 論説委員 支局長 文 聞き手
        기자 인턴기자 수습기자 선임기자 객원기자 특파원 논설위원 논설실장 편집위원 전문기자 대기자 글 수필가 시인 소설가 칼럼니스트 평론가 작가 교수
        """)
    /// Roles that write and are not of the paper's staff.
    static let correspondent = Words("通讯员 特约通讯员 通訊員 特約通訊員 通信員 리포터 시민기자 통신원")
    /// Roles that take pictures.
    static let photographer = Words(
        """
        摄影记者 摄影 摄 图 图片 供图 摄影报道 攝影記者 攝影 攝 圖 圖片 撮影 写真 提供
        사진기자 사진
        配图 插图 插画 题图 图片提供 照片提供 圖片提供 漫画 绘图 配圖 插圖 插畫 題圖 漫畫 繪圖
        """)
    /// Before a colon: what somebody did for a story.
    static let labels = Words(
        "解答律师 解答专家 点评嘉宾 讲述人 主讲人 答疑专家 执笔人 口述者 整理者 指导老师 解答律師 主講人 講述人 口述人 本期主持 本期主持人 讲述 讲述者 口述 指导教师 辅导老师 辅导教师 講述 講述者 口述人 指導老師 指導教師"
    )
    /// Roles that both write and photograph.
    static let both = Words(
        "文/图 图/文 文|图 文图 图文 摄影报道 文·图 文并摄 文并图 文、图 图、文 图·文 圖·文 文、圖 圖、文 图片/文字 文字、图片 撰文/图片 撰文、摄影 撰文/攝影 撰文、攝影 撰文及攝影 文字/圖片 文字、攝影 採訪、攝影 采写/摄影 采写、摄影 图文报道 文/摄 撰文/摄影 文字/图片 文/攝 文/圖 圖/文 圖文 攝影報導 写真も 文·写真 文と写真 文、写真 글·사진 글_·_사진 글/사진 글_사진"
    )
    /// What may be before a byline.
    static let bylineBullet = StaticMarks("□■◇◆●○▲△◎⊙★☆▣◻◼▪▫❑")

    /// What a report with a dateline is called.
    static let report = Words("讯 电 消息 訊 電 報導 報道 报道 专电 專電 特稿 专特稿")
    /// News agencies.
    static let agency = Words(
        "新华社 新华网 PTI IANS EFE ANSA Lusa ТАСС 共同 時事通信 dpa epd KNA AFP AP Reuters UPI sid ddp APA 中新社 中新网 中央社 人民日报 央视 新華社 中通社 美联社 路透社 法新社 共同社 時事 연합뉴스 뉴시스 뉴스1"
    )
    /// Before the name of a story's source.
    static let source = Words(
        "来源 稿源 本文来源 稿件来源 文章来源 信息来源 消息来源 新闻来源 内容来源 供稿 供稿单位 据 來源 稿件來源 文章來源 資料來源 綜合來源 消息來源 出典 출처 자료 Source Quelle")
    /// How a note about the author begins.
    static let authorNote = Words("作者系 作者单位 作者為 作者为 作者係 作者是 作者 本文作者 筆者 筆者は 필자는 The_writer Der_Autor Die_Autorin")

    /// Before a writer's name in Latin scripts.
    static let by = Words(
        "By Das_Interview_führte Das_Gespräch_führte Interview: Von Par Por De_notre_correspondant De_notre_correspondante De_notre_envoyé_spécial De_notre_envoyée_spéciale De_nuestro_corresponsal De_nuestra_corresponsal Propos_recueillis_par Texte Texto Door Door Av Af Text Text_by Story_by Words Words_by Written_by Ein_Bericht_von Eine_Reportage_von Ein_Gastbeitrag_von Ein_Kommentar_von Report_by Reported_by Compiled_by Review_by Reviewed_by Interview_by Interviewed_by Recipe_by Recipes_by Essay_by Column_by Analysis_by Commentary_by Poem_by Poems_by Translated_by As_told_to Es_berichtet Es_berichten Die_Fragen_stellte Die_Fragen_stellten Aufgezeichnet_von Aufgeschrieben_von Protokolliert_von Protokoll: Zusammengestellt_von Übersetzt_von Eine_Rezension_von Rezension_von Eine_Kritik_von Ein_Porträt_von Recueilli_par Recueillis_par Reportaje_de Entrevista_de"
    )
    /// Before the name of whoever wrote and took the pictures.
    static let byBoth = Words(
        "Story_and_photos_by Story_and_photo_by Story_&_photos_by Words_and_pictures_by Words_and_photos_by Text_and_photos_by Photos_and_text_by Photos_and_story_by Text_und_Foto Text_und_Fotos Text_&_Foto Text_&_Fotos Text/Foto Text/Fotos Text_und_Bild Text_und_Bilder Foto_und_Text Fotos_und_Text"
    )
    /// How a line begins that says whose writer it is, without a name.
    static let specialTo = Words(
        "Special_to Special_Cable_to Special_Correspondence Special_Dispatch From_Our_Own_Correspondent From_a_Staff_Correspondent By_Wireless_to Special Exclusive_to Von_unserem Von_unserer Eigener_Bericht"
    )
    /// Weekdays, and words for the number of an issue: what folios have beside a date.
    static let weekday = Words(
        """
        星期 周一 周二 周三 周四 周五 周六 周日 農曆 农历 曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일 期 号 號 Nr. No. Vol.
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche
        Lunes Martes Miércoles Jueves Viernes Sábado Domingo Núm. Año № года Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье
        понедельник вторник среда четверг пятница суббота воскресенье N° Numéro No Issue
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
        """)
    /// What a writer is to the paper.
    static let staff = Words(
        """
        Correspondent Writer Reporter Editor Staff Columnist Contributor Bureau Press Photographer Service Special_to
        Correspondant Correspondante Rédacteur Rédaction Redactor Corresponsal
        Redakteur Redakteurin Redaktion Mitarbeiter Mitarbeiterin Korrespondent Korrespondentin
        """)
    /// In place of a name: the whole newsroom.
    static let newsroom = Words(
        "Redacción REDACCIÓN Agencias AGENCIAS Rédaction RÉDACTION Staff_report Staff_reports From_staff_reports From_wire_reports Wire_reports Staff_and_wire_reports From_staff_and_wire_reports"
    )
    /// Before a photographer's name in Latin and Cyrillic scripts.
    static let photoBy = Words(
        """
        Photo_by Photos_by Pictures_by Photography_by Photograph_by Photographs_by Picture_by Pictures_by Photo Photos Photograph Photographs Picture Pictures Image Images Image_by Фото Foto Fotos Repro Bild Bilder Photo_: Photo_courtesy
        Photo_d'archives Foto_de Cortesía Courtesy_photo File_photo Courtesy_of Archivfoto Symbolfoto Symbolbild
        """)

    /// Every credit has one of these: a word for pictures, or the slash of Dev Anand/The Ledger.
    static let creditMarks = Words(
        """
        摄 攝 图 圖 摄影 攝影 撮影 写真 사진 提供 / | Фото Photo Photos Photograph Photographs Picture Pictures Image Foto Fotos Repro Bild Bilder Courtesy File Archivfoto Symbolfoto Symbolbild
        Submitted Contributed Staff 제공 photo photos for_The for_the
        """)
    /// Behind a photographer's name: Peter Kowalczyk photo.
    static let takenPhoto = Words("photo photos")
    /// Credits that name nobody.
    static let unnamedCredit = Words(
        "供图 資料圖片 資料圖 资料图片 资料图 资料照片 網上圖片 网络图片 供圖 提供图片 本报资料图 视频截图 網絡圖片")
    /// Words in place of a photographer's name.
    static let nobody = Words("Supplied File Contributed Submitted Courtesy privat Archiv Archivo Cedida")
    /// Whole credits in Latin scripts that name nobody.
    static let unnamedPhoto = Words(
        "Submitted_photo Submitted_photos Courtesy_photo Courtesy_photos Contributed_photo File_photo Staff_photo Photo_provided Photo_submitted Photos_submitted Foto_de_archivo Photo_d'archives"
    )
    /// Somebody provided the picture, who did not take it.
    static let provided = Words("提供 제공")
    /// In brackets or at the end of a caption: the words beside these name a photographer or a source.
    static let pictured = Words(
        """
        摄 摄影 供图 图 图片 照片 提供 资料图 资料图片 图片来源 配图 制图 漫画 翻拍 航拍 新华社发 摄影报道
        攝 攝影 供圖 圖 資料圖 資料圖片 圖片來源 翻攝 繪圖
        撮影 写真 提供 資料写真 コラージュ
        사진 제공 촬영 자료사진 사진제공
        Фото Photo Photos Photograph Picture Image Foto Fotos Bild Archivfoto Courtesy
        """)
    /// How a caption begins.
    static let captionStart = Words(
        "图为 图① 图② 图③ 图④ 上图 下图 左图 右图 图中 图一 图二 图三 圖為 圖① 圖② 圖③ 上圖 下圖 左圖 右圖 圖中 圖一 圖二 圖三 写真は 写真上 写真下 写真左 写真右 写真① 写真② ▲写真 ◀ 사진은 위_사진 ▲ △"
    )
    /// Words that point into a picture.
    static let pointing = Words("图为 圖為 写真は 사진은 모습 (左 (右 (中 (前 (后 左一 右一 左二 右二 (left (right (center (links (rechts =写真=")

    /// Offices of those who made the page.
    static let editors = Words(
        """
        责编 责任编辑 编辑 执行编辑 值班编辑 版面编辑 主编 总编 总编辑 值班总编 总值班 副总编 值班主任 值班 美编 美术编辑 版式 版式设计 版面设计 组版 排版 编排 视觉 制图 校对 校检 校检员 责校 检校 审校 审读 编审 终审 监制 统筹 责任校对 首席编辑 一读 二读 图片编辑 电话
        責編 責任編輯 編輯 版面編輯 版面設計 責任校對 副總編 總編審 執行編輯 主編 總編 總編輯 值班 美編 美術編輯 版式 組版 排版 校對 審校 監製 核稿
        編集 紙面編集 紙面構成 編集担当 校閲 整理 担当 レイアウト
        편집 교열 디자인
        Editor Page_editor Page_editors Edited_by Section_editor Night_editor City_editor Layout Design Copy Redaktion Gestaltung Seitenredaktion Redaktion_dieser_Seite
        Page_design Page_designer Designer designer Sub-editor Sub-editors Page_design_by Design_by Seite: Diese_Seite: Verantwortlich: Verantwortlich_für_diese_Seite V.i.S.d.P.:
        """)
    /// Before telephone numbers, addresses and prices.
    static let contact = Words(
        """
        电话 热线 投稿 邮箱 信箱 网址 邮编 地址 微信 微博 客户端 公众号 传真 二维码 准印证 订阅 零售 定价 网站 新闻网 社址 承印 印刷 发行 主管 主办 国内统一 统一刊号 刊号 邮发代号 总第 值班电话 报料 爆料 QQ
        電話 熱線 信箱 郵箱 督印 專線 網址 郵編 地址 傳真 訂閱 零售 定價 網站 社址 承印 發行 主辦 刊號 爆料 專線
        購読 お問い合わせ ご意見 投稿 発行所 発行 定価 メール FAX TEL
        문의 전화 구독 제보 이메일 팩스 광고문의 발행
        Tél Téléphone Courriel Abonnements Abonnement Rédaction Publicité_: Teléfono Correo Suscripciones Redacción Tel Telefon Telephone Phone Call Email E-mail Fax Subscribe Телефон Тел Адрес_редакции Адрес Подписка Редакция Printed_at Readers'_Editor To_reach Contact Newsroom Leserservice Abo-Service Anzeigen Kontakt www http
        """)
    /// Parts of sentences with which the paper excludes liability.
    static let disclaimer = Words(
        "不构成 仅供参考 文责自负 概不退稿 恕不退稿 版权所有 未经许可 未经授权 僅供參考 文責自負 恕不退稿 版權所有 不設退稿")
    /// How a line begins that says where the paper is made, or how it is followed.
    static let imprint = Words(
        """
        本报社址 本报地址 本社地址 本报电话 扫码关注 扫一扫 扫描二维码 扫描上方 扫描下方 长按识别 欢迎扫码 欢迎关注 本報地址 掃碼 掃描二維碼 発行所 印刷所
        Printed_and_published_by Printed_by Published_weekly_by Published_daily_by Verlag_und_Druck Druck_und_Verlag Druck: Herausgeber: Imprimé_par
        """)
    /// In place of a name below a letter.
    static let withheld = Words(
        "Name_and_address_supplied Names_and_addresses_supplied Name_and_address_withheld Name_withheld Name_supplied Name_der_Redaktion_bekannt Name_und_Anschrift_der_Redaktion_bekannt Nom_et_adresse_connus_de_la_rédaction"
    )
    /// How a line ends that says whose paper it is.
    static let owner = Words("主办 主管 主辦 主管主办 机关报 機關報 机关刊")
    /// Words of weather forecasts.
    static let weather = Words(
        """
        天气 天气预报 气温 多云 晴转 阵雨 小雨 中雨 大雨 偏北风 偏南风 东北风 西南风 微风 级 潮汐 高潮 低潮 日出 日落 紫外线 最高温 最低温 湿度 相对湿度
        天氣 天氣預報 氣溫 多雲 晴轉 陣雨 濕度 潮汐 滿潮 乾潮 高潮 低潮
        天気 気温 くもり 晴れ のち 降水確率
        날씨 기온 맑음 흐림 미세먼지
        Погода Météo Températures Ensoleillé Averses Pluie Nuageux Tiempo Lluvia Soleado Nublado
        Clear Tonight Weather weather Temperature spells Máxima mínima nieblas nubes lluvia sol High Low Sun Clouds clouds Showers Sunny Cloudy Clearing Rain Snow Breezy Highs Lows Forecast Wetter Regen Sonnig Bewölkt Heiter Wolkig Nebel Grad
        """)
    /// Labels of advertisements.
    static let advert = Words(
        "广告 公益广告 分类广告 分類廣告 廣告 広告 광고 Publicité Publicidad Advertisement Advertising Anzeige Anzeigen Sponsored Advt Adv")
    /// Labels of lists of contents.
    static let contents = Words(
        """
        导读 今日导读 今日看点 今日关注 内页导读 版面导读 要闻导读 本期导读 今日要目 内页精彩 今日精彩 要目 看点 精彩导读 今日版面 详见
        導讀 今日導讀 今日看點 要目 內頁導讀
        紙面案内 きょうの紙面 今日の紙面 目次 主な記事 おもな記事
        오늘의_지면 지면안내 주요기사 오늘의_주요기사
        Sommaire À_lire Sumario En_este_número
        Inside Inside_today Contents Index Today_inside In_this_issue Also_inside Inhalt In_dieser_Ausgabe Heute Themen
        """)

    /// Rubrics of pictures.
    static let pictureRubric = Words(
        "图片新闻 图说新闻 图说 图文 新闻图片 图闻 影像 镜头 图片 视觉 画中有话 读图 摄影 光影 圖片新聞 圖說新聞 圖說 圖文 新聞圖片 影像 写真ニュース 写真でみる 写真で見る 写真特集 フォト 鏡頭 攝影 光影瞬間 視覺 포토 포토뉴스 사진뉴스 화보 Pictures In_pictures Photo_news Bild_des_Tages"
    )
    /// Rubrics of runs of briefs.
    static let briefRubric = Words(
        """
        简讯 短讯 快讯 简报 简明新闻 短波 集锦 一句话新闻 一句话 快递 速递 短新闻 要闻简报 短消息 速览 动态 新闻速递 拾零 资讯 信息
        簡訊 短訊 快訊 快訊 簡報 短波 集錦 速遞 速覽 動態 短新聞
        短信 短訊 短報 ニュースフラッシュ ひとくち 告知板 ミニニュース
        단신 간추린 브리핑 짧은 소식
        En_bref Brèves Brève Express En_breve Breves Shorts Bulletins
        Briefs Brief In_brief News_in_brief Around Roundup Digest Log Blotter Notes Kurz Kurz_gemeldet Kurznachrichten Meldungen In_Kürze Kurz_notiert Nachrichten
        """)
    /// How the name of a column ends.
    static let rubricEnd = Words(
        """
        新闻 专栏 观察 聚焦 关注 论坛 快评 时评 评论 社评 社论 短评 视点 走笔 手记 访谈 对话 问答 来信 来函 照登 征文 面对面 信箱 副刊 特稿 专访 诗苑 诗歌 随笔 连载 专题 特刊 追踪 热线 帮办 广角 看台 风采 在线 课堂 学堂 讲堂 之窗 之声 之友 天地 园地 广场 频道 周刊 长廊 驿站 笔谈 茶座 沙龙 速写 看点 播报 杂谈 短论 絮语 采风 掠影 巡礼 荟萃 撷英 解读 释疑 解释 词条 小说 散文 杂文 寓言 小品 现场 调查 纪事 故事 人物 记者 基层 行 录 谈 苑 园 窗 台 坊 角 线
        新聞 專欄 觀察 聚焦 關注 論壇 短評 時評 評論 社評 社論 投書 來論 讀者投書 視點 手記 訪談 對話 問答 來信 來函 信箱 副刊 詩苑 人語 側寫 特稿 專訪 詩歌 隨筆 連載 專題 追蹤 熱線 廣角 課堂 學堂 講堂 之窗 之聲 天地 園地 廣場 頻道 週刊 驛站 茶座 沙龍 看點 雜談 小說 散文 雜文 現場 調查 紀事
        社説 論説 コラム 連載 特集 ひろば 広場 声 ひと 投稿 インタビュー 俳句 短歌 歌壇 俳壇 の話題 の情報 の窓 の目 だより 便り 散歩 街角から 談話室 寄稿
        사설 칼럼 기고 오피니언 인터뷰 연재 기획 속으로 독자투고 투고
        Letters Letter Letters_to_the_Editor Letter_to_the_Editor Editorial Opinion Comment Obituaries Sports Business Kommentar Leserbrief Leserbriefe Leitartikel Glosse Porträt Interview
        Cartas_al_director CARTAS_AL_DIRECTOR Opinión OPINIÓN Tribuna TRIBUNA Sociedad Cultura Deportes Esquelas Entrevista
        Courrier_des_lecteurs COURRIER_DES_LECTEURS Lettres Opinions Tribune Entretien Portrait Billet
        Письмо Письма Письмо_в_редакцию Письма_в_редакцию ПИСЬМО_В_РЕДАКЦИЮ ПИСЬМА_В_РЕДАКЦИЮ Мнение Интервью Колонка Репортаж
        """)
    /// Names of pages and sections that look like names of people.
    static let sectionNames = Words(
        """
        要闻 综合 时政 政法 社会 民生 经济 财经 产业 金融 农业 三农 教育 科技 科教 文化 文艺 文体 体育 健康 卫生 医药 医卫 环保 生态 交通 旅游 法治 国际 国内 本地 地方 城乡 县区 乡镇 基层 党建 理论 评论 副刊 人文 影像 公益 军事 台海 港澳
        要聞 綜合 港聞 時政 社會 經濟 財經 產業 教育 科教 文藝 文教 體育 醫健 醫療 健康 環保 生態 旅遊 法庭 國際 兩岸 中國 地方 評論 理論 人文
        総合 社会 地域 政治 経済 国際 文化 芸能 科学 医療 福祉 生活 教養 家庭 読書 医療・健康 くらし スポーツ 追跡 解説 運動 県内 市内 県央
        Local_News City_Hall Town_Hall Police_Beat Police_Log Court_Report Market_Watch Our_Neighbors Our_Neighbours Health_&_Science Health_and_Science City_&_County City_and_County Town_&_Country The_Region On_the_Farm Arts_&_Culture Arts_&_Entertainment Life_&_Style Home_&_Garden Food_&_Drink Business_&_Finance World_News High_School_Sports School_News Church_News Farm_News Public_Record Public_Notices Real_Estate Stage_&_Screen
        Aus_dem_Rathaus Aus_der_Region Aus_den_Vereinen Aus_der_Nachbarschaft Polizeibericht Vereinsleben Schule_und_Bildung Wirtschaft_vor_Ort Stadt_und_Land Stadt_und_Region Wir_in_der_Region
        사회 정치 경제 국제 문화 지역 종합 스포츠 생활 교육 사람들 전국 연예 건강 과학 여론 독자마당 독자_편지 독자_투고 문화·생활
        夕刊 朝刊 社会面 地域面 総合面 第2社会 第1社会 総合·経済 政治·経済 番組表 テレビ ラジオ テレビ·ラジオ おくやみ 編集後記 読者の声 県政 町の話題 人事
        Lokales Panorama Termine Veranstaltungen Notdienste Vermischtes Region Regionales Lokalsport Sport_im_Kreis Aus_dem_Kreis Aus_aller_Welt Aus_Stadt_und_Land Blick_in_die_Region Fotoseite Rat_&_Tat Rat_und_Hilfe Leserforum Familienanzeigen Kleinanzeigen Through_the_Lens Television TV_Listings TV_Guide Radio_and_Television Today's_TV Births,_Marriages_and_Deaths Births_and_Deaths Classified Classifieds Situations_Vacant For_Sale Crossword Puzzles Scoreboard Results Fixtures
        """)
    /// Headings of small advertisements, of listings, prices and puzzles; four Han of them look like a name.
    static let services = Words(
        """
        招租 出租 求租 转租 出售 求购 转让 旺铺招租 旺铺转让 房屋出租 房屋出售 招聘 诚聘 招工 求职 家教 征婚 征友 征婚交友 招商 招生 招生简章 招生广告 搬家 开锁
        影讯 今日影讯 影剧预告 电影预告 电影消息 电视预告 电视节目 电视节目预告 今日电视 今日荧屏 广播节目 广播电视 文娱预告 赛事预告 菜价 今日菜价 市场行情 市场价格 价格行情 股市行情 物价
        列车时刻表 列车时刻 航班时刻 今日天气 明日天气 本市天气 市区天气 今日气温 天气与出行 停电通知 停水通知 谜语 谜面 谜底 每周一谜 猜谜 猜一猜 灯谜 脑筋急转弯 填字游戏 智力题 每日一题
        上期答案 上期谜底 读者点歌 点歌台 国际体坛 国内体坛 体坛短波 法官说法 律师说法 以案说法 以案释法 编读往来 致读者 编辑部致读者 服务台 便民服务 服务指南 服务信息 下期预告 下期看点 本期预告 精彩预告 投稿须知
        招租 出租 求租 轉租 出售 求購 轉讓 招聘 誠聘 徵才 徵婚 徵友 招商 招生 影訊 電影預告 電視節目 今日電視 廣播節目 菜價 市場行情 股市行情 列車時刻表 今日天氣 明日天氣 謎語 謎面 謎底 每週一謎 燈謎
        上期答案 致讀者 編輯部致讀者 服務台
        """)
    /// Labels above the summary of a story.
    static let summaryLabels = Words(
        """
        核心阅读 核心提示 核心内容 核心看点 阅读提示 内容提要 内容提示 内容摘要 内容简介 提要 摘要 导语 编者按 编者语 编者的话 开栏语 开栏的话 开篇的话 编前话 编前语 本期导语
        核心閱讀 核心提示 閱讀提示 內容提要 內容提示 內容摘要 提要 摘要 導語 編者按 編者註 編者語 編者的話 開欄語 開欄的話
        编后 编后语 编后话 编余 编后絮语 編後 編後語
        """)
    /// In brackets behind a headline: what kind of text it heads.
    static let genres = Words(
        """
        杂记 札记 随记 琐记 散记 小记 日记 游记 笔记 手记 随笔 随感 漫笔 散文 美文 散文诗 组诗 诗歌 长诗 短诗 古体诗 现代诗 新诗 朗诵诗 诗 词 歌词 小说 短篇小说 中篇小说 长篇小说 小小说 微小说 微型小说 短篇 故事 民间故事 童话 寓言 杂文 杂谈 评论 短评 书评 影评 报告文学 纪实 纪实文学 传记 回忆录 小品 小品文 相声 快板 剧本 歌曲 书法 国画 连载 节选 选登 选载 摘登 外一首 外二首 外三首 外四首 外一篇 外二篇 二首 三首 四首 五首 两首 二题 三题 四题 二则 三则 四则
        雜記 隨記 瑣記 散記 遊記 筆記 手記 隨筆 隨感 漫筆 散文詩 組詩 詩歌 短詩 新詩 詩 詞 小說 短篇小說 小小說 微型小說 童話 寓言 雜文 雜談 評論 書評 影評 報告文學 紀實 連載 節選 選登 外一首 外二首 二首 三首
        """)
    /// How a kicker ends of which the headline finishes the sentence.
    static let kickerEnd = Words("要求 强调 指出 提出 表示 认为 呼吁 透露 显示 明确 时 后 中 強調 認為 呼籲 顯示 時 後")

    /// Words for notices.
    static let notice = Words(
        """
        天气预报 天氣預報 天氣報告 天気予報 公告 通告 启事 声明 通知 公示 通报 告示 招标 拍卖 讣告 遗失 寻人 寻物 招领 致歉 更正 征稿 稿约 约稿 揭晓
        公告 通告 啟事 聲明 通知 公示 訃告 遺失 尋人 更正
        お知らせ 公示 告知 募集 訂正
        공고 알림 공시 부고 정정
        Avis Annonce Annonces_légales Rectificatif Aviso Edicto Fe_de_erratas
        Объявление Извещение ОБЪЯВЛЕНИЕ ИЗВЕЩЕНИЕ Anuncio Vacancy Vacancies Notice Notices Announcement Correction Corrections Corrections_and_clarifications Obituary Bekanntmachung Hinweis Berichtigung Mitteilung Legal_notice
        바로잡습니다 알립니다 おことわり 謹告
        """)
    /// How a letter begins.
    static let salutation = Words(
        "编辑同志 编辑老师 编辑部 尊敬的 亲爱的 编辑先生 各位 同志 編輯先生 親愛的 敬啟者 拝啓 안녕하세요 Dear To_the_Editor Sir Sehr_geehrte")
    /// Before a colon: the speakers of an interview.
    static let question = Words(
        "问 答 记者 主持人 编者按 编者 問 答 記者 主持人 編者按 ―― 문 답 Q A Frage Antwort Q. A. Interviewer")

    /// Words beside the price of a paper.
    static let price = Words("Cents Cent Price Prix Preis Precio Euro Euros Edition 零售 定价 定價 元")

    /// News agencies as bylines in Latin scripts name them.
    static let wire = Words(
        "The_Associated_Press Associated_Press The_United_Press United_Press Reuters Agence_France-Presse AFP AP UP UPI dpa EFE ANSA Our_Own_Correspondent"
    )

    /// How the name of a paper ends; in Latin and Cyrillic scripts it may also begin so.
    static let banner = Words(
        """
        报 日报 晚报 晨报 早报 时报 商报 都市报 导报 周报 快报 新报 青年报 農報 報 日報 晚報 早報 時報 週報 新聞 新報 タイムス タイムズ 新聞社
        신문 일보 타임스 저널 경제 매일 뉴스
        Times Messenger Reporter Leader Democrat Citizen Enterprise Independent Pilot Beacon Eagle Globe Inquirer Monitor Statesman Transcript Voice Call Clarion Daily Weekly Edition Post Ledger Herald News Gazette Tribune Journal Chronicle Courier Observer Standard Record Star Sun Mail Telegraph Guardian Express Press Register Sentinel Bulletin Examiner Mercury Argus Echo Advertiser Dispatch Review
        Journal Gazette Voix Républicain Progrès Dépêche Courrier Écho Diario Periódico Heraldo Voz Gaceta Correo Noticias Verdad Nouvelles Éclair Liberté Corriere Gazzetta Jornal
        Вести Правда Известия Газета Знамя Новости Жизнь Труд Маяк ВЕСТИ ПРАВДА ИЗВЕСТИЯ ГАЗЕТА ЗНАМЯ НОВОСТИ ЖИЗНЬ ТРУД МАЯК
        Zeitung Stadtzeitung Landeszeitung Volkszeitung Kreiszeitung Heimatzeitung Morgenpost Abendpost Volksstimme Volksfreund Generalanzeiger Stadtanzeiger Wochenblatt Amtsblatt Anzeiger Nachrichten Bote Tageblatt Rundschau Kurier Allgemeine Blatt Presse Tagblatt Volksblatt
        """)

    /// Words that end as the name of a paper does and are none.
    static let reports = Words("战报 戰報 捷报 捷報 喜报 喜報 海报 海報 公报 公報 预报 預報 汇报 彙報 情报 情報 电报 電報")

    /// Words of mottos.
    static let slogan = Words(
        "奋进 新征程 新时代 新篇 新局 建功 幸福 富美 和美 美丽 魅力 聚力 奋斗 争创 争当 聚焦 高质量 一流 主人翁 兴旺 小康 和谐 振兴 共建 共享 农民富 乡村美 和諧"
    )

    /// Names of pages that end as the name of a paper does.
    static let pageNames = Words(
        "Local_News World_News National_News State_News Area_News Community_News Business_News Sports_News News City_News Regional_News News_of_the_Day"
    )

    /// How the first sentence of a report begins, and that of a caption that tells its own news.
    static let newsStart = Words(
        """
        近日 日前 昨日 昨天 今日 今天 连日来 近期 近年来 目前 眼下 记者从 记者 今年 去年 为 据 随着 上午 下午 当天 日
        近日 日前 昨日 昨天 今日 今天 連日來 近期 目前 記者從 今年 去年 為 據 隨著
        """)
}
