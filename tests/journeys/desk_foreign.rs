//! Other origins and forged headers at the desk's door.

use super::desk::{OLGA, TOM, newest_link, signed_in};
use super::desk_attacks::{forged, shows_inside, sold, state_of};
use reqwest::Method;

#[tokio::test]
async fn no_other_origin_makes_the_desk_do_or_show_anything() {
    let (shop, olga, _, number) = sold().await;
    let mut owner = signed_in(&shop, OLGA, &olga.secret).await;
    let before = state_of(&shop).await;
    let host = shop.url.strip_prefix("http://").unwrap().to_owned();
    let (evil, https) = (
        "https://evil.example",
        shop.url.replace("http://", "https://"),
    );
    let tries: [(&str, &[(&str, &str)]); 16] = [
        ("no word of where it comes from", &[]),
        (
            "another site",
            &[("sec-fetch-site", "cross-site"), ("origin", evil)],
        ),
        (
            "another site that claims our origin",
            &[("sec-fetch-site", "cross-site"), ("origin", &shop.url)],
        ),
        (
            "a sister domain",
            &[("sec-fetch-site", "same-site"), ("origin", &shop.url)],
        ),
        ("typed by hand", &[("sec-fetch-site", "none")]),
        ("an old browser elsewhere", &[("origin", evil)]),
        ("a sandboxed frame", &[("origin", "null")]),
        ("the same host over another scheme", &[("origin", &https)]),
        ("another port", &[("origin", "http://127.0.0.1:1")]),
        (
            "our origin as the beginning of theirs",
            &[("origin", "http://127.0.0.1.evil.example")],
        ),
        ("only a referer", &[("referer", &shop.url)]),
        (
            "their host in X-Forwarded-Host",
            &[("origin", evil), ("x-forwarded-host", "evil.example")],
        ),
        (
            "their host in Forwarded",
            &[
                ("origin", evil),
                ("forwarded", "host=evil.example;proto=https"),
            ],
        ),
        (
            "our host in X-Forwarded-Host",
            &[("origin", evil), ("x-forwarded-host", &host)],
        ),
        (
            "another site that says same-origin in Origin's place",
            &[("origin", "same-origin")],
        ),
        (
            "same-origin by word, another by origin",
            &[("sec-fetch-site", "same-origin"), ("origin", evil)],
        ),
    ];
    for (what, headers) in tries {
        for path in [
            "/desk/prices",
            "/desk/prices/publish",
            "/desk/prices/again",
            "/desk/prices/discard",
            "/desk/plan",
        ] {
            assert_eq!(
                forged(&mut owner, path, headers).await.status,
                403,
                "{what}: {path}"
            );
        }
        for act in ["retry", "note", "refund", "release", "address", "resend"] {
            let answer = forged(&mut owner, &format!("/desk/orders/{number}/{act}"), headers).await;
            assert!(
                answer.status == 403 && !shows_inside(&answer),
                "{what}: {act}: {}",
                answer.status
            );
        }
    }
    for (what, headers) in [
        (
            "a frame",
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", "iframe"),
            ][..],
        ),
        (
            "a picture",
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "no-cors"),
                ("sec-fetch-dest", "image"),
            ],
        ),
        (
            "a script",
            &[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "cors")],
        ),
    ] {
        let mut request = owner.request(Method::GET, "/desk");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = owner.send(request).await;
        assert!(answer.status == 403 && !shows_inside(&answer), "{what}");
    }
    // Nothing that a page says lets another origin read it.
    let today = owner
        .send(owner.request(Method::GET, "/desk").header("origin", evil))
        .await;
    assert!(
        !today
            .headers
            .keys()
            .any(|name| name.as_str().starts_with("access-control-"))
    );
    assert_eq!(state_of(&shop).await, before);
    shop.close().await;
}

#[tokio::test]
async fn headers_that_name_another_host_person_method_or_path_change_nothing() {
    let (shop, olga, tom, number) = sold().await;
    let mut helper = signed_in(&shop, TOM, &tom.secret).await;
    let refund = format!("/desk/orders/{number}/refund");
    for (what, headers) in [
        (
            "a role",
            &[
                ("x-role", "owner"),
                ("x-user", OLGA),
                ("x-forwarded-user", OLGA),
                ("remote-user", OLGA),
            ][..],
        ),
        (
            "another method",
            &[
                ("x-http-method-override", "GET"),
                ("x-method-override", "GET"),
            ],
        ),
        (
            "another path",
            &[("x-original-url", "/desk"), ("x-rewrite-url", "/desk")],
        ),
        (
            "basic credentials",
            &[("authorization", "Basic b2xnYTpvbGdh")],
        ),
        ("a bearer", &[("authorization", "Bearer AAAA")]),
    ] {
        let mut request = helper.request(Method::GET, &refund);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(helper.send(request).await.status, 403, "{what}");
        let mut request = shop.browser().request(Method::GET, "/desk");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(shop.browser().send(request).await.status, 303, "{what}");
    }
    // A mailed link leads to the desk, whatever host the asking named.
    let mut eve = shop.browser();
    let request = eve
        .request(Method::POST, "/desk/sign-in")
        .header("origin", shop.url.clone())
        .header("x-forwarded-host", "evil.example")
        .header("x-forwarded-proto", "https")
        .header("forwarded", "host=evil.example")
        .form(&[("email", OLGA)]);
    assert_eq!(eve.send(request).await.status, 200);
    newest_link(&shop, OLGA).await;
    let mail = shop.sandbox.mailbox.messages_to(OLGA).pop().unwrap();
    assert!(
        mail.text.contains(&format!("{}/desk/sign-in/", shop.url)) && !mail.text.contains("evil"),
        "{}",
        mail.text
    );
    // Nor does a cookie of another name count, nor one in a header of another.
    let session = signed_in(&shop, OLGA, &olga.secret).await.cookies["desk"].clone();
    for name in ["session", "__Host-desk", "DESK", "desk-asked", "buyer"] {
        let mut thief = shop.browser();
        thief.cookies.insert(name.to_owned(), session.clone());
        assert_eq!(thief.get("/desk").await.status, 303, "{name}");
    }
    let mut thief = shop.browser();
    let by_header = thief
        .request(Method::GET, &format!("/desk?desk={session}"))
        .header("x-desk", &session)
        .header("authorization", format!("Bearer {session}"));
    assert_eq!(thief.send(by_header).await.status, 303);
    shop.close().await;
}
