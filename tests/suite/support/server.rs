//! A small server on loopback that answers as it is told.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// A free port on loopback, and its address.
pub fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("port");
    let address = format!("http://{}", listener.local_addr().expect("address"));
    (listener, address)
}

/// Answers each request by its path and body, for as long as the tests run; without an answer with 503.
pub fn serve(listener: TcpListener, answer: impl Fn(&str, &[u8]) -> Option<Vec<u8>> + Send + 'static) {
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            serve_one(stream, &answer);
        }
    });
}

fn serve_one(mut stream: TcpStream, answer: &impl Fn(&str, &[u8]) -> Option<Vec<u8>>) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    let (path, body) = loop {
        let Ok(count @ 1..) = stream.read(&mut buffer) else { return };
        request.extend(&buffer[..count]);
        let Some(head) = request.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&request[..head]).to_lowercase();
        let length = text.split("content-length:").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
        if request.len() >= head + 4 + length.unwrap_or(0) {
            break (text.split(' ').nth(1).unwrap_or_default().to_owned(), request[head + 4..].to_vec());
        }
    };
    let (status, answer) = match answer(&path, &body) {
        Some(answer) => ("200 OK", answer),
        None => ("503 Service Unavailable", Vec::new()),
    };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", answer.len());
    let _ = stream.write_all(&[head.as_bytes(), &answer].concat());
}
